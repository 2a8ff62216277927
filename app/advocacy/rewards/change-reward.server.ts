import type { z } from 'zod'
import { isBarred } from '#app/advocacy/rewards/bars.server.ts'
import { holdReward, moveReward } from '#app/advocacy/rewards/hold-reward.server.ts'
import { issueReward } from '#app/advocacy/rewards/issue-reward.server.ts'
import { reachTiers } from '#app/advocacy/rewards/reach-tiers.server.ts'
import { changeRewardInput, isGift, mostAtOnce, ownReasons } from '#app/advocacy/rewards/reward.ts'
import { labelQuotes } from '#app/advocacy/rewards/rewarded-quote.server.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { Conflict, Invalid, Refusal } from '#app/platform/errors.ts'
import type { RewardState } from '#db/enums/advocacy-rewards.ts'

type Input = z.input<typeof changeRewardInput>

/**
 * Approves, issues, cancels a reward, takes an approval back, or brings back what was cancelled or withheld.
 * @returns its state then: `barred` when it turns out that the person may not accept it
 * @throws NotFound, Forbidden; Conflict `reward_state` when the state refuses it or a colleague was faster,
 * `reward_no_codes`, `reward_undone` when the act itself was taken back; Invalid
 */
export async function changeReward(ctx: Ctx, input: Input): Promise<RewardState> {
  const { id, verb, reason, reference } = changeRewardInput.parse(input)
  if (verb === 'issue') return issueReward(ctx, { id, reference })
  authorise(ctx, 'rewards.approve')
  if (verb === 'cancel' && !reason) throw new Invalid('reason_missing', { reason: 'reason_missing' })
  return write(ctx, async (ctx) => {
    const by = { endedBy: ctx.actor.id, endedAt: ctx.now() }
    const noApproval = { approvedAt: null, approvedBy: null }
    if (verb === 'restore') return restore(ctx, id)
    const row = await holdReward(ctx, id)
    if (verb === 'unapprove') return (await moveReward(ctx, row, verb, noApproval)).state
    if (verb === 'cancel') return (await moveReward(ctx, row, verb, { ...by, ...noApproval, reason })).state
    if (row.contactId !== null && isGift(row) && (await isBarred(ctx, row.contactId, row.accountId)))
      return (await moveReward(ctx, row, 'bar')).state
    return (await moveReward(ctx, row, verb, { approvedAt: ctx.now(), approvedBy: ctx.actor.id })).state
  })
}

/** Back to what is to be approved; who may still accept no gift stays as they are. */
async function restore(ctx: TxCtx, id: string): Promise<RewardState> {
  const row = await holdReward(ctx, id)
  if (row.contactId === null || ownReasons.some((one) => one === row.reason)) throw new Conflict('reward_undone')
  if (isGift(row) && (await isBarred(ctx, row.contactId, row.accountId))) throw new Conflict('reward_barred')
  const { state } = await moveReward(ctx, row, 'restore', { reason: null, endedAt: null, endedBy: null })
  await labelQuotes(ctx, row.contactId)
  await reachTiers(ctx, row.contactId)
  return state
}

/** What became of many at once: how many went where, and how many were refused for what. */
export interface Changed {
  done: number
  barred: number
  refused: Record<string, number>
}

/** The same for those that were ticked, one after the other: what one is refused keeps no other back. */
export async function changeRewards(
  ctx: Ctx,
  { ids, verb }: { ids: string[]; verb: 'approve' | 'issue' },
): Promise<Changed> {
  const changed: Changed = { done: 0, barred: 0, refused: {} }
  for (const id of [...new Set(ids)].slice(0, mostAtOnce))
    try {
      if ((await changeReward(ctx, { id, verb })) === 'barred') changed.barred += 1
      else changed.done += 1
    } catch (error) {
      if (!(error instanceof Refusal) || (error.status !== 409 && error.status !== 404)) throw error
      changed.refused[error.code] = (changed.refused[error.code] ?? 0) + 1
    }
  return changed
}
