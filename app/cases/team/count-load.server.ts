import { and, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { awayToday } from '#app/access/absences/works-for.server.ts'
import { listCaseWorkers } from '#app/access/list-case-workers.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { casesShownTo } from '#app/cases/kept-cases.server.ts'
import { isOfTeamOf } from '#app/cases/team/team-conditions.server.ts'
import { countIf } from '#db/fragments.ts'
import { users } from '#db/schema/access.ts'
import { cases } from '#db/schema/cases.ts'

export interface Load {
  userId: string
  name: string
  /** Absent today, by their own clock. */
  away: boolean
  /** Everything that is not closed, what was put off too; the other three are parts of it, and may overlap. */
  open: number
  late: number
  unclaimed: number
  putOff: number
}

/**
 * What each colleague has on the desk now, most first; who works cases and has none is there too. `teamId`: null for
 * everybody. One pass over the index of the open cases by owner.
 */
export async function countLoad(ctx: Ctx, teamId: string | null): Promise<Load[]> {
  authorise(ctx, 'team.read')
  const counted = await read(ctx)
    .select({
      ownerId: cases.ownerId,
      open: sql<number>`count(*)`.mapWith(Number),
      // What `isLate` says within what is open: asked for the state, the index would not hold all.
      late: countIf(lt(cases.lateAt, ctx.now())),
      unclaimed: countIf(isNull(cases.claimedAt)),
      putOff: countIf(isNotNull(cases.snoozedUntil)),
    })
    .from(cases)
    .where(and(isOpen, casesShownTo(ctx), teamId ? isOfTeamOf(ctx, teamId) : undefined))
    .groupBy(cases.ownerId)
  const of = new Map(counted.map((row) => [row.ownerId, row]))
  const ids = new Set([...of.keys(), ...(await listCaseWorkers(ctx)).map(({ id }) => id)])
  const people = await read(ctx)
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(inArray(users.id, [...ids]), teamId ? eq(users.teamId, teamId) : undefined))
  const away = await awayToday(ctx)
  return people
    .map(({ id, name }) => {
      const { open = 0, late = 0, unclaimed = 0, putOff = 0 } = of.get(id) ?? {}
      return { userId: id, name, away: away.has(id), open, late, unclaimed, putOff }
    })
    .sort(
      (a, b) => b.open - a.open || b.late - a.late || a.name.localeCompare(b.name) || (a.userId < b.userId ? -1 : 1),
    )
}
