import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { consents } from '#db/schema/advocacy.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'

/** Consents to being quoted that stand at a time. */
const standing = (now: number) =>
  and(
    eq(consents.askType, 'quote'),
    eq(consents.state, 'given'),
    or(isNull(consents.expiresAt), gt(consents.expiresAt, now)),
  )

/** The consent to be quoted that a person has given and not taken back; null for none. */
export async function givenConsent(ctx: Ctx, contactId: string): Promise<string | null> {
  const [row] = await read(ctx)
    .select({ id: consents.id })
    .from(consents)
    .where(and(eq(consents.party, `con:${contactId}`), standing(ctx.now())))
  return row?.id ?? null
}

/** The same as the condition of a query over quotes. */
export const consentGiven = (now: number) =>
  sql`exists (select 1 from ${consents} where ${consents.party} = 'con:' || ${quotes.contactId} and ${standing(now)})`
