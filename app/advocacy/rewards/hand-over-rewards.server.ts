import { and, eq, inArray, notInArray } from 'drizzle-orm'
import { holdLedger, moveReward } from '#app/advocacy/rewards/hold-reward.server.ts'
import { reachTiers } from '#app/advocacy/rewards/reach-tiers.server.ts'
import { labelQuotes } from '#app/advocacy/rewards/rewarded-quote.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { isAbout, type Marks } from '#app/platform/text-about.ts'
import { repoint, type Repointing } from '#db/repoint.ts'
import { anniversaries, giftBars, rewards, tiersReached } from '#db/schema/advocacy-rewards.ts'

/** Of two parties that are one, neither may accept what one may not. */
async function handOverBar({ tx }: TxCtx, from: string, into: string): Promise<void> {
  const [bar] = await tx.delete(giftBars).where(eq(giftBars.party, from)).returning()
  if (bar) await tx.insert(giftBars).values({ ...bar, party: into }).onConflictDoNothing() // prettier-ignore
}

/** What was earned at an account is the other's; a mark of either holds for both. */
export async function handOverAccountRewards(ctx: TxCtx, pair: Repointing, most: number): Promise<number> {
  await holdLedger(ctx, null)
  await handOverBar(ctx, `acc:${pair.from}`, `acc:${pair.into}`)
  return (await repoint(ctx.tx, rewards, 'accountId', pair, most)).length
}

/**
 * Two people who are one have the points, rewards, tiers and anniversaries of both; a mark of either holds, and the label
 * of what they said in public follows. Both are held by who merges them.
 */
export async function handOverContactRewards(ctx: TxCtx, pair: Repointing, most: number): Promise<number> {
  const { tx } = ctx
  const { from, into } = pair
  await holdLedger(ctx, null)
  await handOverBar(ctx, `con:${from}`, `con:${into}`)
  const reached = tx.select({ tier: tiersReached.tier }).from(tiersReached).where(eq(tiersReached.contactId, into))
  await tx.update(tiersReached).set({ contactId: into }).where(and(eq(tiersReached.contactId, from), notInArray(tiersReached.tier, reached))) // prettier-ignore
  await tx.delete(tiersReached).where(eq(tiersReached.contactId, from))
  const kept = tx.select({ years: anniversaries.years }).from(anniversaries).where(eq(anniversaries.contactId, into))
  await tx.update(anniversaries).set({ contactId: into }).where(and(eq(anniversaries.contactId, from), notInArray(anniversaries.years, kept))) // prettier-ignore
  await tx.delete(anniversaries).where(eq(anniversaries.contactId, from))
  const moved = (await repoint(tx, rewards, 'contactId', pair, most)).length
  if (moved) {
    await labelQuotes(ctx, into)
    await reachTiers(ctx, into)
  }
  return moved
}

/**
 * Somebody who is erased gets nothing any more; what was given stays in the ledger, with its amount and without them, since
 * the books have to add up.
 */
export async function eraseRewards(ctx: TxCtx, contactId: string, marks: Marks): Promise<void> {
  const { tx } = ctx
  await holdLedger(ctx, null)
  const theirs = eq(rewards.contactId, contactId)
  const open = await tx.select().from(rewards).where(and(theirs, inArray(rewards.state, ['earned', 'approved', 'barred']))) // prettier-ignore
  for (const row of open) await moveReward(ctx, row, 'undo', { reason: 'erased', endedAt: ctx.now() })
  const rows = await tx.update(rewards).set({ contactId: null }).where(theirs).returning()
  for (const { id, reason, reference } of rows) {
    const about = { ...(isAbout(reason, marks) && { reason: null }), ...(isAbout(reference, marks) && { reference: null }) } // prettier-ignore
    if (Object.keys(about).length) await tx.update(rewards).set(about).where(eq(rewards.id, id))
  }
  await tx.delete(giftBars).where(eq(giftBars.party, `con:${contactId}`))
  await tx.delete(tiersReached).where(eq(tiersReached.contactId, contactId))
  await tx.delete(anniversaries).where(eq(anniversaries.contactId, contactId))
}
