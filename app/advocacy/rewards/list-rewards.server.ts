import { and, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import { tailsOf } from '#app/advocacy/rewards/gift-lists.server.ts'
import { rewardFilter } from '#app/advocacy/rewards/reward.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { mostOnTab } from '#app/platform/counted.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { rewardStates, type RewardState } from '#db/enums/advocacy-rewards.ts'
import { countUpTo } from '#db/count-up-to.ts'
import { below } from '#db/keyset.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { giftLists, rewards } from '#db/schema/advocacy-rewards.ts'

const page = 50

/** A colleague's name without a join for each. */
const nameOf = (id: SQL) => sql<string | null>`(select ${users.name} from ${users} where ${users.id} = ${id})`

const shown = {
  id: rewards.id,
  rule: rewards.rule,
  causeId: rewards.causeId,
  version: rewards.version,
  state: rewards.state,
  points: rewards.points,
  pointsAnyway: rewards.pointsAnyway,
  giftKind: rewards.giftKind,
  amountMinor: rewards.amountMinor,
  currency: rewards.currency,
  thing: rewards.thing,
  list: giftLists.name,
  reason: rewards.reason,
  reference: rewards.reference,
  earnedAt: rewards.earnedAt,
  approvedAt: rewards.approvedAt,
  issuedAt: rewards.issuedAt,
  endedAt: rewards.endedAt,
  issuedById: rewards.issuedBy,
  contactId: rewards.contactId,
  person: contacts.name,
  accountId: rewards.accountId,
  account: accounts.name,
  approvedBy: nameOf(sql`${rewards.approvedBy}`),
  issuedBy: nameOf(sql`${rewards.issuedBy}`),
  endedBy: nameOf(sql`${rewards.endedBy}`),
}

/** Rewards that meet a condition, the newest first, with the tails of codes that were given. The caller authorises. */
export async function rewardRows(ctx: Ctx, where: SQL | undefined, most: number) {
  const rows = await read(ctx)
    .select(shown)
    .from(rewards)
    .leftJoin(contacts, eq(contacts.id, rewards.contactId))
    .leftJoin(accounts, eq(accounts.id, rewards.accountId))
    .leftJoin(giftLists, eq(giftLists.id, rewards.listId))
    .where(where)
    .orderBy(desc(rewards.earnedAt), desc(rewards.id))
    .limit(most)
  const tails = await tailsOf(ctx, rows.flatMap((row) => (row.state === 'issued' && row.giftKind === 'code' ? row.id : []))) // prettier-ignore
  return rows.map((row) => ({ ...row, tail: tails.get(row.id) ?? null }))
}
export type ListedReward = Awaited<ReturnType<typeof rewardRows>>[number]

/** The ledger, of one state or all, the newest first. `next` continues the list. */
export async function listRewards(ctx: Ctx, input: z.input<typeof rewardFilter> = {}) {
  const filter = rewardFilter.parse(input)
  authorise(ctx, 'advocates.read')
  const from = readCursor(filter.after, 'number')
  const where = and(
    filter.state === 'all' ? undefined : eq(rewards.state, filter.state),
    filter.person ? eq(rewards.contactId, filter.person) : undefined,
    from ? below(rewards.earnedAt, rewards.id, from) : undefined,
  )
  const rows = await rewardRows(ctx, where, page + 1)
  const last = rows.length > page ? rows[page - 1]! : null
  return { rewards: rows.slice(0, page), next: last ? writeCursor(last.earnedAt, last.id) : null }
}

/** How many there are of each state, up to 1,000; one more means that there are more. */
export async function countRewards(ctx: Ctx, person?: string): Promise<Record<RewardState, number>> {
  authorise(ctx, 'advocates.read')
  const counts = {} as Record<RewardState, number>
  for (const state of rewardStates) {
    const where = and(eq(rewards.state, state), person ? eq(rewards.contactId, person) : undefined)
    counts[state] = await countUpTo(read(ctx), rewards, where, mostOnTab)
  }
  return counts
}
