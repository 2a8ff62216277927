import { and, eq, inArray } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { repoint, type Repointing } from '#db/repoint.ts'
import { referralLinks, referrals } from '#db/schema/advocacy-referrals.ts'

/** What an account brought is the other's. */
export async function handOverAccountReferrals(ctx: TxCtx, pair: Repointing, most: number): Promise<number> {
  return (await repoint(ctx.tx, referrals, 'accountId', pair, most)).length
}

/** Two people who are one: the links of both stay good, and what both sent in for review waits there once. */
export async function handOverContactReferrals(ctx: TxCtx, pair: Repointing, most: number): Promise<number> {
  const { tx } = ctx
  const { from, into } = pair
  const links = await tx
    .update(referralLinks)
    .set({ contactId: into })
    .where(eq(referralLinks.contactId, from))
    .returning({ code: referralLinks.code })
  const waiting = (contactId: string) => and(eq(referrals.contactId, contactId), eq(referrals.state, 'review'))
  const known = tx.select({ key: referrals.leadEmailKey }).from(referrals).where(waiting(into))
  await tx
    .update(referrals)
    .set({ state: 'rejected', updatedAt: ctx.now() })
    .where(and(waiting(from), inArray(referrals.leadEmailKey, known)))
  return links.length + (await repoint(tx, referrals, 'contactId', pair, most)).length
}
