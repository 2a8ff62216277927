import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { ownerRoles } from '#app/cases/assign-case.server.ts'
import { isKeptFrom } from '#app/cases/kept-cases.server.ts'
import { teams, userRoles, users, type Role } from '#db/schema/access.ts'

/** Whoever leads a colleague's team, while active and able to work cases; null when that is themselves, or nobody. */
export async function leadOver(ctx: Ctx, userId: string): Promise<string | null> {
  const db = read(ctx)
  const team = db.select({ id: users.teamId }).from(users).where(eq(users.id, userId))
  const [lead] = await db
    .select({ id: users.id })
    .from(teams)
    .innerJoin(users, eq(users.id, teams.leadId))
    .where(
      and(
        inArray(teams.id, team),
        eq(users.state, 'active'),
        ne(users.id, userId),
        inArray(
          users.id,
          db.select({ id: userRoles.userId }).from(userRoles).where(inArray(userRoles.role, ownerRoles)),
        ),
      ),
    )
  return lead?.id ?? null
}

/**
 * Who hears that a case is late: the lead of its owner's team, else every lead, else every admin; never its owner, and
 * never somebody from whom an answer of it is kept.
 */
export async function whoHearsOfLate(
  ctx: Ctx,
  { caseId, ownerId, leadId }: { caseId: string; ownerId: string; leadId: string | null },
): Promise<string[]> {
  const groups = [
    async () => (leadId === null ? [] : [leadId]),
    () => activeWith(ctx, 'lead', ownerId),
    () => activeWith(ctx, 'admin', ownerId),
  ]
  for (const group of groups) {
    const may: string[] = []
    for (const id of await group()) if (!(await isKeptFrom(ctx, caseId, id))) may.push(id)
    if (may.length) return may
  }
  return []
}

async function activeWith(ctx: Ctx, role: Role, exceptId: string): Promise<string[]> {
  const db = read(ctx)
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.state, 'active'),
        ne(users.id, exceptId),
        inArray(users.id, db.select({ id: userRoles.userId }).from(userRoles).where(eq(userRoles.role, role))),
      ),
    )
    .orderBy(asc(users.id))
    .limit(50)
  return rows.map((row) => row.id)
}
