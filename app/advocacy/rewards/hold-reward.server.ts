import { and, eq } from 'drizzle-orm'
import { after, type RewardVerb } from '#app/advocacy/rewards/reward.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { nameLock, rowLock } from '#db/lock.ts'
import { contacts } from '#db/schema/accounts.ts'
import { rewards } from '#db/schema/advocacy-rewards.ts'

export type RewardRow = typeof rewards.$inferSelect

const lockContact = rowLock(contacts, contacts.id)
const oneLedger = nameLock('advocacy.rewards')

/**
 * Lets one transaction at a time write the ledger, and who may accept gifts. The person is held first, as everything does
 * that holds them: a move to another account, a merge and an erasing wait, or were before.
 */
export async function holdLedger(ctx: TxCtx, contactId: string | null): Promise<void> {
  if (contactId !== null) await lockContact(ctx.tx, contactId)
  await oneLedger(ctx.tx)
}

/** A reward as it is now, kept with its person until the transaction ends. @throws NotFound */
export async function holdReward(ctx: TxCtx, id: string): Promise<RewardRow> {
  const find = async () => (await ctx.tx.select().from(rewards).where(eq(rewards.id, id)))[0]
  const seen = await find()
  if (!seen) throw new NotFound()
  await holdLedger(ctx, seen.contactId)
  return (await find())!
}

const events: Record<RewardVerb, string> = {
  approve: 'advocacy.reward_approved',
  unapprove: 'advocacy.reward_unapproved',
  issue: 'advocacy.reward_issued',
  cancel: 'advocacy.reward_cancelled',
  restore: 'advocacy.reward_restored',
  bar: 'advocacy.reward_barred',
  undo: 'advocacy.reward_cancelled',
}

/**
 * The one door of every change of a reward's state. @returns the row as it is then
 * @throws Conflict `reward_state` when the state refuses it
 */
export async function moveReward(
  ctx: TxCtx,
  row: RewardRow,
  verb: RewardVerb,
  set: Partial<RewardRow> = {},
): Promise<RewardRow> {
  const to = after(row.state, verb)
  if (to === null) throw new Conflict('reward_state')
  const [moved] = await ctx.tx
    .update(rewards)
    .set({ ...set, state: to })
    .where(and(eq(rewards.id, row.id), eq(rewards.state, row.state)))
    .returning()
  if (!moved) throw new Conflict('reward_state')
  await recordEvent(ctx, { type: events[verb], ...aboutReward(moved) })
  return moved
}

/** What every event of a reward is about: ids and numbers. */
export const aboutReward = ({
  id,
  contactId,
  accountId,
  rule,
  points,
  giftKind,
  amountMinor,
  currency,
}: RewardRow) => ({
  subject: { kind: 'reward', id },
  contactId,
  accountId,
  data: { rule, points, gift: giftKind, ...(amountMinor !== null && { amountMinor, currency }) },
})
