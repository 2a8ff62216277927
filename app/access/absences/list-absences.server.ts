import { and, asc, eq, gte } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { isAway } from '#app/access/absences/absence.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { NotFound } from '#app/platform/errors.ts'
import { absences, users } from '#db/schema/access.ts'

/** Absences of somebody that are not over, the next first, with who stands in. @throws NotFound */
export async function listAbsences(ctx: Ctx, userId: string) {
  const db = read(ctx)
  const [user] = await db
    .select({ id: users.id, name: users.name, state: users.state, zone: users.zone, teamId: users.teamId })
    .from(users)
    .where(eq(users.id, userId))
  authorise(ctx, 'absences.edit', { ownerId: userId, teamId: user?.teamId ?? null })
  if (!user) throw new NotFound()
  const today = dayOf(ctx.now(), user.zone ?? (await getOrganisation(ctx)).zone)
  const rows = await db
    .select({
      id: absences.id,
      fromDay: absences.fromDay,
      toDay: absences.toDay,
      standInId: absences.standInId,
      standIn: users.name,
      standInState: users.state,
    })
    .from(absences)
    .leftJoin(users, eq(users.id, absences.standInId))
    .where(and(eq(absences.userId, userId), gte(absences.toDay, today)))
    .orderBy(asc(absences.fromDay))
    .limit(50)
  return {
    user: { id: user.id, name: user.name, active: user.state === 'active' },
    today,
    absences: rows.map(({ standInState, ...row }) => ({
      ...row,
      now: isAway(row, today),
      /** Whoever was to stand in has left since. */
      standInLeft: standInState !== null && standInState !== 'active',
    })),
  }
}

export type ListedAbsences = Awaited<ReturnType<typeof listAbsences>>
