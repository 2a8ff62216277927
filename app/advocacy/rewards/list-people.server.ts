import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { pointsSum } from '#app/advocacy/rewards/points.server.ts'
import { getRewardSettings } from '#app/advocacy/rewards/reward-settings.server.ts'
import { tierOf } from '#app/advocacy/rewards/tiers.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { rewards } from '#db/schema/advocacy-rewards.ts'

const page = 50

/** Everybody with points, those with the most first, each in their tier. `next` continues the list. */
export async function listPeople(ctx: Ctx, { after }: { after?: string | null } = {}) {
  authorise(ctx, 'advocates.read')
  const from = readCursor(after, 'number')
  const sum = read(ctx)
    .select({ id: rewards.contactId, points: pointsSum.as('points') })
    .from(rewards)
    .where(isNotNull(rewards.contactId))
    .groupBy(rewards.contactId)
    .as('sums')
  const rows = await read(ctx)
    .select({
      id: contacts.id,
      name: contacts.name,
      account: accounts.name,
      points: sql<number>`${sum.points}`.mapWith(Number),
    })
    .from(sum)
    .innerJoin(contacts, eq(contacts.id, sum.id))
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(
      and(sql`${sum.points} > 0`, from ? sql`(${sum.points}, ${contacts.id}) < (${from.key}, ${from.id})` : undefined),
    )
    .orderBy(desc(sum.points), desc(contacts.id))
    .limit(page + 1)
  const { tiers } = await getRewardSettings(ctx)
  const last = rows.length > page ? rows[page - 1]! : null
  return {
    people: rows.slice(0, page).map((row) => ({ ...row, tier: tierOf(tiers, row.points) })),
    next: last ? writeCursor(last.points, last.id) : null,
  }
}
