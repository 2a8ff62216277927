import { and, eq, gt, gte, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm'
import { awayToday } from '#app/access/absences/works-for.server.ts'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { bandEnd, type AgeBand, type LateWhy } from '#app/cases/team/team-view.ts'
import { startOfDay } from '#app/platform/calendar.ts'
import { addMonths, DAY } from '#app/platform/day.ts'
import { firstId } from '#app/platform/ids.server.ts'
import { users } from '#db/schema/access.ts'
import { cases } from '#db/schema/cases.ts'

/* One condition each for what a number of the team's page counts and for the list behind it. */

export const membersOf = (ctx: Ctx, teamId: string) =>
  read(ctx).select({ id: users.id }).from(users).where(eq(users.teamId, teamId))

/** Whose owner is in a team now. */
export const isOfTeamOf = (ctx: Ctx, teamId: string) => inArray(cases.ownerId, membersOf(ctx, teamId))

/** Opened within the month of a day number, where the organisation is; an id begins with its time. */
export async function openedInMonth(ctx: Ctx, month: number): Promise<SQL | undefined> {
  const { zone } = await getOrganisation(ctx)
  const [from, to] = [month, addMonths(month, 1)].map((day) => firstId('cas', startOfDay(day, zone)))
  return and(isNull(cases.joinedInto), gte(cases.id, from!), lt(cases.id, to!))
}

/**
 * Opened so long ago as a band says: from its number of days to below the next one's. Written so that the primary key
 * can't be looked up, for it holds the closed ones too; the indexes of what is open hold the ids.
 */
export function isAged(ctx: Ctx, band: AgeBand): SQL | undefined {
  const openedBy = (days: number) => firstId('cas', ctx.now() - days * DAY + 1)
  const end = bandEnd(band)
  const id = sql`(${cases.id} || '')`
  return and(lt(id, openedBy(Number(band))), end === null ? undefined : gte(id, openedBy(end)))
}

/**
 * Why a late case is late, as one word of `LateWhy`: somebody put it off; its owner is away today; nobody took it; somebody
 * waits for a reply past the time; else it is to be resolved. Says nothing sensible of a case that isn't late.
 */
export async function whyLate(ctx: Ctx): Promise<SQL<LateWhy>> {
  const away = [...(await awayToday(ctx))]
  const waits = and(gt(cases.waiting, 0), lt(cases.replyDueAt, ctx.now()))
  return sql<LateWhy>`case when ${cases.snoozedUntil} is not null then 'put_off' when ${inArray(cases.ownerId, away)} then 'away' when ${cases.claimedAt} is null then 'unclaimed' when ${waits} then 'reply' else 'resolve' end`
}
