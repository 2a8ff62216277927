import { and, eq } from 'drizzle-orm'
import { isBarred } from '#app/advocacy/rewards/bars.server.ts'
import { aboutReward, holdLedger, moveReward } from '#app/advocacy/rewards/hold-reward.server.ts'
import { reachTiers } from '#app/advocacy/rewards/reach-tiers.server.ts'
import { isGift } from '#app/advocacy/rewards/reward.ts'
import { labelQuotes } from '#app/advocacy/rewards/rewarded-quote.server.ts'
import { ruleAt } from '#app/advocacy/rewards/rules.server.ts'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import type { EventRow } from '#app/jobs/job.ts'
import { newId } from '#app/platform/ids.server.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { referrals, type ReferralState } from '#db/schema/advocacy-referrals.ts'
import { giftLists, rewards, type Gift, type RewardRule } from '#db/schema/advocacy-rewards.ts'

interface Cause {
  id: string
  /** Null once erased: then nobody earns anything. */
  contactId: string | null
  accountId: string | null
}

/**
 * Subscriber of what moves a referral: what it earns is what it has come to by now, so an event that comes twice or late
 * changes nothing. A step back cancels what isn't issued; the same step again brings that back, and earns nothing twice.
 */
export async function rewardReferral(ctx: Ctx, event: EventRow): Promise<void> {
  await write(ctx, async (ctx) => {
    const find = async () => (await ctx.tx.select().from(referrals).where(eq(referrals.id, event.subjectId)))[0]
    const seen = await find()
    if (!seen) return
    await holdLedger(ctx, seen.contactId)
    const referral = (await find())!
    const lostAfter = event.type === 'advocacy.referral_qualified' && referral.state === 'lost'
    await settle(ctx, 'referral_qualified', referral, lostAfter || qualified[referral.state], event.at)
    await settle(ctx, 'referral_won', referral, referral.state === 'won', event.at)
  })
}

/** Whether it counts as qualified; null: what it earned stays as it is. */
const qualified: Record<ReferralState, boolean | null> = {
  review: false,
  new: false,
  qualified: true,
  won: true,
  lost: null,
  rejected: false,
}

/** Subscriber of `advocacy.ask_done`: what somebody agreed to has happened. */
export async function rewardAsk(ctx: Ctx, event: EventRow): Promise<void> {
  await write(ctx, async (ctx) => {
    const [ask] = await ctx.tx.select().from(asks).where(eq(asks.id, event.subjectId))
    if (ask?.state !== 'done') return
    await holdLedger(ctx, ask.contactId)
    await settle(ctx, `ask_done:${ask.kind}`, ask, true, event.at)
  })
}

async function settle(ctx: TxCtx, rule: RewardRule, cause: Cause, due: boolean | null, at: number): Promise<void> {
  const [row] = await ctx.tx
    .select()
    .from(rewards)
    .where(and(eq(rewards.rule, rule), eq(rewards.causeId, cause.id)))
  if (due && !row) return earn(ctx, rule, cause, at)
  if (due === false && row && row.state !== 'issued' && row.state !== 'cancelled')
    await moveReward(ctx, row, 'undo', { reason: 'reopened', endedAt: ctx.now(), approvedAt: null, approvedBy: null })
  if (!due || row?.state !== 'cancelled' || row.reason !== 'reopened' || row.contactId === null) return
  const back = await moveReward(ctx, row, 'restore', { reason: null, endedAt: null, endedBy: null })
  if (isGift(back) && (await isBarred(ctx, row.contactId, row.accountId))) await moveReward(ctx, back, 'bar')
  await labelQuotes(ctx, row.contactId)
  await reachTiers(ctx, row.contactId)
}

async function earn(ctx: TxCtx, rule: RewardRule, { id: causeId, contactId, accountId }: Cause, at: number) {
  if (contactId === null) return
  const { number: version, terms } = await ruleAt(ctx, rule, at)
  if (!terms.on) return
  const { points, pointsAnyway, gift } = terms
  const giftKind = gift?.kind ?? null
  const barred = isGift({ giftKind, pointsAnyway }) && (await isBarred(ctx, contactId, accountId))
  const [made] = await ctx.tx
    .insert(rewards)
    .values({
      id: newId('rwd', ctx.now()),
      rule,
      causeId,
      version,
      contactId,
      accountId,
      points,
      pointsAnyway,
      giftKind,
      ...(await worthOf(ctx, gift)),
      listId: gift?.kind === 'code' ? gift.listId : null,
      thing: gift?.kind === 'thing' ? { en: gift.en, ja: gift.ja } : null,
      state: barred ? 'barred' : 'earned',
      earnedAt: at,
    })
    .onConflictDoNothing()
    .returning()
  if (!made) return
  await recordEvent(ctx, { type: barred ? 'advocacy.reward_barred' : 'advocacy.reward_earned', ...aboutReward(made) })
  await labelQuotes(ctx, contactId)
  await reachTiers(ctx, contactId)
}

async function worthOf({ tx }: TxCtx, gift: Gift | null) {
  if (gift?.kind === 'amount') return { amountMinor: gift.minor, currency: gift.currency }
  if (gift?.kind !== 'code') return {}
  const [list] = await tx
    .select({ amountMinor: giftLists.valueMinor, currency: giftLists.currency })
    .from(giftLists)
    .where(eq(giftLists.id, gift.listId))
  return list ?? {}
}
