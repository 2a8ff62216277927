import { and, asc, eq, gte, lte, sql } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { isAway, workerOf } from '#app/access/absences/absence.ts'
import type { Resource } from '#app/audit/can.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { DAY } from '#app/platform/day.ts'
import { absences, users } from '#db/schema/access.ts'
import { statement } from '#db/statement.ts'

/*
 * Who is there today, each by their own clock. A day somewhere on earth differs from that of UTC by one at most, so the
 * queries fetch from yesterday to tomorrow.
 */

const findUser = statement((db) =>
  db
    .select({
      state: users.state,
      zone: users.zone,
      fromDay: absences.fromDay,
      toDay: absences.toDay,
      standInId: absences.standInId,
    })
    .from(users)
    .leftJoin(absences, and(eq(absences.userId, users.id), gte(absences.toDay, sql.placeholder('since'))))
    .where(eq(users.id, sql.placeholder('id')))
    .orderBy(asc(absences.fromDay), asc(absences.id)),
)

const findCovered = statement((db) =>
  db
    .select({ id: users.id, zone: users.zone, fromDay: absences.fromDay, toDay: absences.toDay })
    .from(absences)
    .innerJoin(users, eq(users.id, absences.userId))
    .where(
      and(
        eq(absences.standInId, sql.placeholder('id')),
        gte(absences.toDay, sql.placeholder('since')),
        eq(users.state, 'active'),
      ),
    )
    .orderBy(asc(users.id)),
)

const findAway = statement((db) =>
  db
    .select({ id: users.id, zone: users.zone, fromDay: absences.fromDay, toDay: absences.toDay })
    .from(absences)
    .innerJoin(users, eq(users.id, absences.userId))
    .where(and(gte(absences.toDay, sql.placeholder('since')), lte(absences.fromDay, sql.placeholder('until')))),
)

const utcDay = (ctx: Ctx) => Math.floor(ctx.now() / DAY)

/** Whether a row of one of these queries is an absence of today, where that person is. */
async function awayNow(ctx: Ctx) {
  const { zone } = await getOrganisation(ctx)
  return (row: { zone: string | null; fromDay: number | null; toDay: number | null }) =>
    row.fromDay !== null &&
    row.toDay !== null &&
    isAway({ fromDay: row.fromDay, toDay: row.toDay }, dayOf(ctx.now(), row.zone ?? zone))
}

/**
 * Who works for somebody today: they themselves while they are there, else who stands in for them, and for those. Null
 * when somebody of them has left, nobody stands in, or each for the other. Open to every room.
 */
export async function worksFor(ctx: Ctx, userId: string): Promise<string | null> {
  const today = await awayNow(ctx)
  return workerOf(userId, async (id) => {
    const rows = await findUser(read(ctx), { id, since: utcDay(ctx) - 1 })
    if (rows[0]?.state !== 'active') return { here: false, standInId: null }
    const away = rows.find(today)
    return { here: !away, standInId: away?.standInId ?? null }
  })
}

/** Who stands in for somebody today; null while they are there, or when nobody does. */
export async function standInOf(ctx: Ctx, userId: string): Promise<string | null> {
  const worker = await worksFor(ctx, userId)
  return worker === userId ? null : worker
}

/** Work that is somebody's, or nobody's, as `can` asks for it: with their team and who stands in today. */
export async function workOf(ctx: Ctx, ownerId: string | null): Promise<Resource> {
  if (ownerId === null) return {}
  const [owner] = await read(ctx).select({ teamId: users.teamId }).from(users).where(eq(users.id, ownerId))
  return { ownerId, teamId: owner?.teamId, userId: await standInOf(ctx, ownerId) }
}

/** For whom somebody stands in today, also by way of others; nobody while they are away themselves. */
export async function standsInFor(ctx: Ctx, userId: string): Promise<string[]> {
  const today = await awayNow(ctx)
  const found = new Set<string>()
  const queue = [userId]
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const rows = await findCovered(read(ctx), { id, since: utcDay(ctx) - 1 })
    for (const row of rows.filter(today)) {
      if (row.id === userId || found.has(row.id)) continue
      found.add(row.id)
      queue.push(row.id)
    }
  }
  const mine: string[] = []
  for (const id of found) if ((await worksFor(ctx, id)) === userId) mine.push(id)
  return mine
}

/** Everybody who is away today. */
export async function awayToday(ctx: Ctx): Promise<Set<string>> {
  const today = await awayNow(ctx)
  const rows = await findAway(read(ctx), { since: utcDay(ctx) - 1, until: utcDay(ctx) + 1 })
  return new Set(rows.filter(today).map((row) => row.id))
}
