import { eq } from 'drizzle-orm'
import { barsOf } from '#app/advocacy/rewards/bars.server.ts'
import { codeOfReward } from '#app/advocacy/rewards/gift-lists.server.ts'
import { rewardRows } from '#app/advocacy/rewards/list-rewards.server.ts'
import { pointsOfPerson } from '#app/advocacy/rewards/points.server.ts'
import { getRewardSettings } from '#app/advocacy/rewards/reward-settings.server.ts'
import { nextTier, tierOf } from '#app/advocacy/rewards/tiers.ts'
import { can } from '#app/audit/can.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { accounts } from '#db/schema/accounts.ts'
import { rewards } from '#db/schema/advocacy-rewards.ts'
import { messages } from '#db/schema/email.ts'

/** One reward; its code in plain text for the colleague who issued it alone. @throws NotFound */
export async function getReward(ctx: Ctx, id: string) {
  authorise(ctx, 'advocates.read')
  const [row] = isId(id) ? await rewardRows(ctx, eq(rewards.id, id), 1) : []
  if (!row) throw new NotFound()
  const [mail] = await read(ctx)
    .select({ state: messages.state, at: messages.sentAt, toEmail: messages.toEmail })
    .from(messages)
    .where(eq(messages.key, `reward/${id}`))
  const mine = ctx.actor.kind === 'user' && row.issuedById === ctx.actor.id
  return {
    ...row,
    mail: mail ?? null,
    code: mine && row.giftKind === 'code' ? await codeOfReward(ctx, id) : null,
    mayApprove: can(ctx.actor, 'rewards.approve'),
    mayIssue: can(ctx.actor, 'advocates.edit'),
  }
}

/** What a person's page shows: points, tier, the newest rewards, and whether they or their company may accept gifts. */
export async function rewardsOf(ctx: Ctx, contact: { id: string; accountId: string | null }) {
  authorise(ctx, 'advocates.read')
  const of = eq(accounts.id, contact.accountId ?? '')
  const [account] = await read(ctx).select({ ownerId: accounts.ownerId }).from(accounts).where(of)
  const { tiers } = await getRewardSettings(ctx)
  const points = await pointsOfPerson(ctx, contact.id)
  const company = contact.accountId === null ? [] : [`acc:${contact.accountId}`]
  const bars = await barsOf(ctx, [`con:${contact.id}`, ...company])
  return {
    points,
    tier: tierOf(tiers, points),
    next: nextTier(tiers, points),
    newest: await rewardRows(ctx, eq(rewards.contactId, contact.id), 5),
    own: bars.find(({ party }) => party.startsWith('con:')) ?? null,
    company: bars.find(({ party }) => party.startsWith('acc:')) ?? null,
    mayBar: can(ctx.actor, 'gifts.bar', { ownerId: account?.ownerId ?? null }),
  }
}

/** Whether the people of an account may accept gifts, and whether this reader may say so. */
export async function giftsOf(ctx: Ctx, account: { id: string; ownerId: string | null }) {
  authorise(ctx, 'advocates.read')
  const [bar] = await barsOf(ctx, [`acc:${account.id}`])
  return { bar: bar ?? null, mayBar: can(ctx.actor, 'gifts.bar', { ownerId: account.ownerId }) }
}
