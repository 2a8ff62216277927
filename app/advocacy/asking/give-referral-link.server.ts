import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Ask } from '#app/advocacy/asking/change-ask.server.ts'
import { ensureReferralLink } from '#app/advocacy/referrals/referral-links.server.ts'
import { as, read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { enqueueMessage } from '#app/email/enqueue-message.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { contacts } from '#db/schema/accounts.ts'
import { referralLinks } from '#db/schema/advocacy-referrals.ts'

/** Which mail of an ask brings the link. */
export const linkTurn = 'link'

/**
 * Who says yes to recommending us has their link from then on, and a mail that carries it: one for an ask, however often they
 * change their mind. Who has left, or has no address, gets neither a second way nor an error.
 */
export async function giveReferralLink(ctx: TxCtx, ask: Ask): Promise<void> {
  try {
    await ensureReferralLink(as(ctx, { kind: 'contact', id: ask.contactId }), ask.contactId)
  } catch (error) {
    if (error instanceof Conflict) return
    throw error
  }
  const [person] = await ctx.tx.select({ email: contacts.email }).from(contacts).where(eq(contacts.id, ask.contactId))
  if (!person?.email) return
  await enqueueMessage(ctx, {
    key: `ask/${ask.id}/${linkTurn}`,
    stream: 'ask',
    template: 'advocacy.referral-link',
    payload: { turn: linkTurn },
    to: { email: person.email, contactId: ask.contactId },
    ref: { kind: 'ask', id: ask.id },
  })
}

/** The code of somebody's open link, the newest; null when they have none. Open to who has authorised already. */
export async function openCodeOf(ctx: Ctx, contactId: string): Promise<string | null> {
  const [row] = await read(ctx)
    .select({ code: referralLinks.code })
    .from(referralLinks)
    .where(and(eq(referralLinks.contactId, contactId), isNull(referralLinks.revokedAt)))
    .orderBy(desc(referralLinks.createdAt), desc(referralLinks.code))
    .limit(1)
  return row?.code ?? null
}
