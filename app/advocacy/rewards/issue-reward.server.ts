import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { isBarred } from '#app/advocacy/rewards/bars.server.ts'
import { holdReward, moveReward, type RewardRow } from '#app/advocacy/rewards/hold-reward.server.ts'
import { isGift } from '#app/advocacy/rewards/reward.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { isAddress } from '#app/email/address.ts'
import { enqueueMessage } from '#app/email/enqueue-message.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import type { RewardState } from '#db/enums/advocacy-rewards.ts'
import { skipLocked } from '#db/fragments.ts'
import { contacts } from '#db/schema/accounts.ts'
import { giftCodes } from '#db/schema/advocacy-rewards.ts'

export const rewardTemplate = 'advocacy.reward'

/**
 * Hands an approved reward over, once: takes a code where it is one, and mails it. Whether the person may accept it is
 * looked at under the lock that marking them takes as well.
 * @returns `issued`, or `barred` when they may not
 * @throws NotFound; Conflict `reward_state` when it is not approved or a colleague was faster, `reward_no_codes`
 */
export async function issueReward(
  ctx: Ctx,
  { id, reference }: { id: string; reference: string | null },
): Promise<RewardState> {
  authorise(ctx, 'advocates.edit')
  return write(ctx, async (ctx) => {
    const row = await holdReward(ctx, id)
    if (row.state !== 'approved' || row.contactId === null) throw new Conflict('reward_state')
    if (isGift(row) && (await isBarred(ctx, row.contactId, row.accountId)))
      return (await moveReward(ctx, row, 'bar', { approvedAt: null, approvedBy: null })).state
    if (row.giftKind === 'code') await takeCode(ctx, row)
    const issued = await moveReward(ctx, row, 'issue', { issuedAt: ctx.now(), issuedBy: ctx.actor.id, reference })
    if (row.giftKind !== null) await mailReward(ctx, row.id, row.contactId)
    return issued.state
  })
}

/** One free code of the list, for this reward alone. */
async function takeCode({ tx }: TxCtx, { id, listId }: RewardRow): Promise<void> {
  const free = tx
    .select({ id: giftCodes.id })
    .from(giftCodes)
    .where(and(eq(giftCodes.listId, listId ?? ''), isNull(giftCodes.rewardId)))
  const taken = await tx
    .update(giftCodes)
    .set({ rewardId: id })
    .where(
      and(
        inArray(giftCodes.id, sql`(${free.getSQL()} order by ${giftCodes.id} limit 1 ${skipLocked()})`),
        isNull(giftCodes.rewardId),
      ),
    ) // prettier-ignore
    .returning({ id: giftCodes.id })
  if (!taken.length) throw new Conflict('reward_no_codes')
}

/** The person hears of it where they can be written to; else a colleague hands it over. */
async function mailReward(ctx: TxCtx, id: string, contactId: string): Promise<void> {
  const [person] = await ctx.tx
    .select({ email: contacts.email, state: contacts.state })
    .from(contacts)
    .where(eq(contacts.id, contactId))
  if (person?.state !== 'active' || !person.email || !isAddress(person.email)) return
  await enqueueMessage(ctx, {
    key: `reward/${id}`,
    stream: 'ask',
    template: rewardTemplate,
    to: { email: person.email, contactId },
    ref: { kind: 'reward', id },
  })
}
