import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { worksFor } from '#app/access/absences/works-for.server.ts'
import { caseRoles } from '#app/access/list-case-workers.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { enoughLoad } from '#app/cases/routing/routing-rule.ts'
import { teams, userRoles, users, type Role } from '#db/schema/access.ts'
import { cases, rotaMembers } from '#db/schema/cases.ts'
import { statement } from '#db/statement.ts'
import type { Db } from '#db/store/store.ts'

/** Names its tables: in a query over one table alone, Drizzle leaves the name of a column bare. */
export const load = sql<number>`(select count(*) from (select 1 from ${cases} where ${cases}.owner_id = ${users}.id
  and ${cases}.state <> 'closed' limit ${sql.raw(String(enoughLoad))}) as open_cases)`.mapWith(Number)

export interface Candidate {
  id: string
  load: number
}

/** Active people who work cases, and one more condition. */
const among = (db: Db, roles: Role[], condition: ReturnType<typeof eq>) =>
  db
    .select({ id: users.id, load })
    .from(users)
    .where(
      and(
        eq(users.state, 'active'),
        inArray(users.id, db.select({ id: userRoles.userId }).from(userRoles).where(inArray(userRoles.role, roles))),
        condition,
      ),
    )
    .orderBy(asc(users.id))
    .limit(200)

export const findOne = statement((db) => among(db, caseRoles, eq(users.id, sql.placeholder('id'))))
export const findOfTeam = statement((db) => among(db, caseRoles, eq(users.teamId, sql.placeholder('id'))))
export const findOnRota = statement((db) =>
  among(db, caseRoles, inArray(users.id, db.select({ id: rotaMembers.userId }).from(rotaMembers))),
)
const findFallbacks = (['lead', 'admin'] as const).map((role) =>
  statement((db) => among(db, [role], eq(users.state, 'active'))),
)

/** Who takes what nobody else does: the leads, then the admins, `shut` left out. */
export async function fallbacks(ctx: Ctx, shut: readonly string[]): Promise<Candidate[][]> {
  const groups = []
  for (const find of findFallbacks) groups.push((await find(read(ctx))).filter(({ id }) => !shut.includes(id)))
  return groups
}

const findTeamLead = statement((db) =>
  db
    .select({ id: teams.leadId })
    .from(teams)
    .where(
      inArray(
        teams.id,
        db
          .select({ teamId: users.teamId })
          .from(users)
          .where(eq(users.id, sql.placeholder('id'))),
      ),
    ),
)

/** Who leads the team of somebody, or works for whom does; null when nobody there may work cases. */
export async function leadOf(ctx: Ctx, userId: string): Promise<string | null> {
  const [team] = await findTeamLead(read(ctx), { id: userId })
  const here = team?.id ? await worksFor(ctx, team.id) : null
  const [able] = here ? await findOne(read(ctx), { id: here }) : []
  return able?.id ?? null
}

/** Whoever carries least; among equals the seed decides, so that a full house is still dealt evenly. */
export function leastLoaded(people: Candidate[], seed: string): string | null {
  const least = Math.min(...people.map((person) => person.load))
  const free = people.filter((person) => person.load === least)
  let sum = 0
  for (const char of seed) sum = (sum * 31 + char.charCodeAt(0)) >>> 0
  return free.length ? free[sum % free.length]!.id : null
}
