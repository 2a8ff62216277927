import { asc, count, eq, ne, and } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { teams, users } from '#db/schema/access.ts'

/** Every team with its lead and how many are in it, by name. */
export async function listTeams(ctx: Ctx) {
  authorise(ctx, 'users.read')
  const all = await read(ctx)
    .select({ id: teams.id, name: teams.name, leadId: teams.leadId, leadName: users.name })
    .from(teams)
    .leftJoin(users, eq(users.id, teams.leadId))
    .orderBy(asc(teams.name), asc(teams.id))
    .limit(500)
  const sizes = await read(ctx)
    .select({ teamId: users.teamId, people: count() })
    .from(users)
    .where(ne(users.state, 'ended'))
    .groupBy(users.teamId)
  const people = new Map(sizes.map((row) => [row.teamId, row.people]))
  return all.map((team) => ({ ...team, people: people.get(team.id) ?? 0 }))
}

/** @throws NotFound */
export async function getTeam(ctx: Ctx, teamId: string) {
  const [team] = await read(ctx).select().from(teams).where(eq(teams.id, teamId))
  if (!team) throw new NotFound()
  return team
}

/** Active colleagues to choose from, by name: owners, leads, who a case is given to. */
export async function listColleagues(ctx: Ctx): Promise<{ id: string; name: string; teamId: string | null }[]> {
  authorise(ctx, 'accounts.read')
  return read(ctx)
    .select({ id: users.id, name: users.name, teamId: users.teamId })
    .from(users)
    .where(and(eq(users.state, 'active')))
    .orderBy(asc(users.name), asc(users.id))
    .limit(1000)
}
