import { and, desc, eq, gte, lt, lte, sql, type SQL } from 'drizzle-orm'
import { setImmediate as turn } from 'node:timers/promises'
import { workingCalendars } from '#app/access/get-calendar.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { openedWithin } from '#app/cases/count-loop.server.ts'
import { casesShownTo } from '#app/cases/kept-cases.server.ts'
import { timedOf, type CaseTimes, type Meter, type Timed } from '#app/cases/team/times.ts'
import { isOfTeamOf } from '#app/cases/team/team-conditions.server.ts'
import type { TimesBy } from '#app/cases/team/team-view.ts'
import { DAY } from '#app/platform/day.ts'
import { workingMeter } from '#app/platform/working-meter.ts'
import type { WorkingCalendar } from '#app/platform/working-time.ts'
import { asOneValue } from '#db/fragments.ts'
import { accounts } from '#db/schema/accounts.ts'
import { cases, clockPauses } from '#db/schema/cases.ts'

/** Cases read at a time: a tenth of a second at most, so that others get their turn between two. */
const step = 5_000
/** The newest ones that are looked at: above a year of a large company. */
export const mostTimed = 150_000

const keys = { person: cases.ownerId, tier: accounts.tier, region: accounts.region, cause: cases.cause }
type Instants = [opened: number, contacted: number | null, replyDue: number, resolved: number | null, resolveDue: number | null, paused: number | null, closed: number | null] // prettier-ignore
type Row = [id: string, key: string | null, owner: string, ...Instants]

const timesOf = ([openedAt, contactedAt, replyDueAt, resolvedAt, resolveDueAt, pausedAt, closedAt]: Instants): CaseTimes => ({ openedAt, contactedAt, replyDueAt, resolvedAt, resolveDueAt, pausedAt, closedAt }) // prettier-ignore
type GroupedTimes = [key: string | null, timed: Timed]

export interface Whose {
  teamId: string | null
  by: TimesBy
  days: number
}

/**
 * The times of the cases that were opened in the last `days` days, newest first and at most `mostTimed`, each with the
 * group that it belongs to. Read by id in steps, each one range of the primary key, so that the cost is that of the period
 * and not of the table; working time is counted here, for what the calendars say no query knows.
 */
export async function* readTimed(ctx: Ctx, { teamId, by, days }: Whose): AsyncGenerator<GroupedTimes[]> {
  const within = and(openedWithin(ctx, days), casesShownTo(ctx), teamId ? isOfTeamOf(ctx, teamId) : undefined)
  const now = ctx.now()
  const meters = metersOf(ctx, { from: now - days * DAY, to: now })
  let before: string | null = null
  for (let seen = 0; seen < mostTimed; seen += step) {
    const rows: Row[] = await readStep(ctx, by, and(within, before === null ? undefined : lt(cases.id, before)))
    const ids: string[] = rows.map(([id]) => id).sort()
    const pauses = await pausesAmong(ctx, ids, now)
    const meterOf = await meters(new Set(rows.map(([, , owner]) => owner)))
    yield rows.map(([id, key, owner, ...times]) => [
      key,
      timedOf(timesOf(times), meterOf(owner), pauses.get(id) ?? [], now),
    ])
    if (rows.length < step) return
    before = ids[0]!
    await turn()
  }
}

async function readStep(ctx: Ctx, by: TimesBy, where: SQL | undefined): Promise<Row[]> {
  const { id, ownerId, openedAt, contactedAt, replyDueAt, resolvedAt, resolveDueAt, pausedAt, closedAt } = cases
  const some = read(ctx)
    .select({
      id,
      group: sql<string | null>`${keys[by]}`.as('group_key'),
      ownerId,
      openedAt,
      contactedAt,
      replyDueAt,
      resolvedAt,
      resolveDueAt,
      pausedAt,
      closedAt,
    })
    .from(cases)
    .leftJoin(accounts, eq(accounts.id, cases.accountId))
    .where(where)
    .orderBy(desc(cases.id))
    .limit(step)
    .as('some')
  const columns = [some.id, some.group, some.ownerId, some.openedAt, some.contactedAt, some.replyDueAt, some.resolvedAt, some.resolveDueAt, some.pausedAt, some.closedAt] // prettier-ignore
  const [row] = await read(ctx)
    .select({ all: asOneValue<Row>(columns) })
    .from(some)
  return row?.all ?? []
}

/** When the clocks of these cases stood still: one range of ids (rising), since the cases are one. */
async function pausesAmong(ctx: Ctx, ids: string[], now: number) {
  const found = new Map<string, { from: number; to: number }[]>()
  if (ids.length === 0) return found
  const pauses = await read(ctx)
    .select({ caseId: clockPauses.caseId, from: clockPauses.fromAt, to: clockPauses.toAt })
    .from(clockPauses)
    .where(and(gte(clockPauses.caseId, ids[0]!), lte(clockPauses.caseId, ids.at(-1)!)))
  for (const { caseId, from, to } of pauses) {
    const of = found.get(caseId) ?? []
    of.push({ from, to: to ?? now })
    found.set(caseId, of)
  }
  return found
}

/** The meter of each owner, one for each calendar. */
function metersOf(ctx: Ctx, span: { from: number; to: number }) {
  const known = new Map<string, Meter>()
  return async (owners: ReadonlySet<string>) => {
    const unknown = new Set([...owners].filter((owner) => !known.has(owner)))
    if (unknown.size > 0) {
      const calendars = await workingCalendars(ctx, span.from, unknown)
      const made = new Map<WorkingCalendar, Meter>()
      for (const owner of unknown) {
        const calendar = calendars(owner)
        if (!made.has(calendar)) made.set(calendar, workingMeter(calendar, span))
        known.set(owner, made.get(calendar)!)
      }
    }
    return (owner: string) => known.get(owner)!
  }
}
