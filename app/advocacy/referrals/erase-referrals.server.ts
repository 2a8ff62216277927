import { eq, inArray, sql } from 'drizzle-orm'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { emailKey } from '#app/platform/text.ts'
import { isAbout, type Marks } from '#app/platform/text-about.ts'
import { referralLinks, referrals, referralVisits } from '#db/schema/advocacy-referrals.ts'

/** What is left of a lead who is erased: that there was one, and how it ended. An open one ends. */
const blank = (at: number) => ({
  leadName: null,
  leadEmail: null,
  leadEmailKey: null,
  company: null,
  message: null,
  reason: null,
  searchKey: '',
  consentText: null,
  erasedAt: at,
  updatedAt: at,
  state: sql`case when ${referrals.state} in ('won', 'lost') then ${referrals.state} else 'rejected' end`,
})

/**
 * Somebody who is erased recommends nobody any more: their links are gone, what they brought stands without them. Where
 * they are a lead themselves, that is blanked.
 */
export async function eraseReferrals(
  ctx: TxCtx,
  { id, email }: { id: string; email: string | null },
  marks: Marks,
): Promise<void> {
  const { tx } = ctx
  const links = tx.select({ code: referralLinks.code }).from(referralLinks).where(eq(referralLinks.contactId, id))
  await tx.delete(referralVisits).where(inArray(referralVisits.code, links))
  await tx.delete(referralLinks).where(eq(referralLinks.contactId, id))
  if (email)
    await tx
      .update(referrals)
      .set(blank(ctx.now()))
      .where(eq(referrals.leadEmailKey, emailKey(email)))
  const theirs = await tx
    .update(referrals)
    .set({ contactId: null, code: null, responseId: null })
    .where(eq(referrals.contactId, id))
    .returning({ id: referrals.id, message: referrals.message, reason: referrals.reason })
  const about = (text: string | null) => isAbout(text, marks)
  for (const row of theirs)
    if (about(row.message) || about(row.reason))
      await tx
        .update(referrals)
        .set({ ...(about(row.message) && { message: null }), ...(about(row.reason) && { reason: null }) })
        .where(eq(referrals.id, row.id))
}

/**
 * Blanks what is known of a lead who asked for it. An open referral ends with that.
 * @throws NotFound, Conflict `referral_erased` when it was done before
 */
export async function eraseLead(ctx: Ctx, { id }: { id: string }): Promise<void> {
  authorise(ctx, 'contacts.erase')
  if (!isId(id)) throw new NotFound()
  await write(ctx, async (ctx) => {
    const [found] = await ctx.tx.select().from(referrals).where(eq(referrals.id, id))
    if (!found) throw new NotFound()
    if (found.erasedAt !== null) throw new Conflict('referral_erased')
    await ctx.tx.update(referrals).set(blank(ctx.now())).where(eq(referrals.id, id))
    await recordEvent(ctx, {
      type: 'advocacy.referral_erased',
      subject: { kind: 'referral', id },
      contactId: found.contactId,
      accountId: found.accountId,
    })
  })
}
