import { and, eq, like } from 'drizzle-orm'
import { followEnd } from '#app/advocacy/consent-ends.server.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { consents } from '#db/schema/advocacy.ts'
import { companyConsents } from '#db/schema/advocacy-consents.ts'

/**
 * A colleague notes that a company takes back what it agreed to. It holds at once: nobody there is asked any more where the
 * company has to agree, and quotes that name it leave the public.
 * @throws NotFound, Conflict `consent_gone` when it had ended already
 */
export async function withdrawCompanyConsent(ctx: Ctx, of: { accountId: string; id: string }): Promise<void> {
  authorise(ctx, 'advocates.edit')
  if (!isId(of.id) || !isId(of.accountId)) throw new NotFound()
  await write(ctx, async (ctx) => {
    const [known] = await ctx.tx
      .select({ id: companyConsents.consentId })
      .from(companyConsents)
      .where(and(eq(companyConsents.consentId, of.id), eq(companyConsents.accountId, of.accountId)))
    if (!known) throw new NotFound()
    if (!(await end(ctx, of.id))) throw new Conflict('consent_gone')
  })
}

/** The company itself, by the link that was sent to who agreed. @returns whether it ended just now */
export async function withdrawByLink(ctx: Ctx, consentId: string): Promise<boolean> {
  authorise(ctx, 'answer.give')
  return write(ctx, (ctx) => end(ctx, consentId))
}

async function end(ctx: TxCtx, consentId: string): Promise<boolean> {
  const [row] = await ctx.tx
    .update(consents)
    .set({ state: 'withdrawn', endedAt: ctx.now() })
    .where(and(eq(consents.id, consentId), eq(consents.state, 'given'), like(consents.party, 'acc:%')))
    .returning()
  if (row) await followEnd(ctx, row, 'withdrawn')
  return row !== undefined
}
