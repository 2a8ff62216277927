import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { teams, userRoles, users, type Role } from '#db/schema/access.ts'
import { cases } from '#db/schema/cases.ts'
import { statement } from '#db/statement.ts'
import type { Db } from '#db/store/store.ts'

/** Open cases are counted up to here: more says nothing about whose turn it is, and costs every answer. */
const enoughLoad = 50

const findActive = statement((db) =>
  db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, sql.placeholder('id')), eq(users.state, 'active'))),
)

/** Names its tables: in a query over one table alone, Drizzle leaves the name of a column bare. */
const load = sql<number>`(select count(*) from (select 1 from ${cases} where ${cases}.owner_id = ${users}.id
  and ${cases}.state <> 'closed' limit ${sql.raw(String(enoughLoad))}) as open_cases)`.mapWith(Number)

const candidates = (role: Role) => (db: Db) =>
  db
    .select({ id: users.id, load })
    .from(users)
    .where(
      and(
        eq(users.state, 'active'),
        inArray(users.id, db.select({ id: userRoles.userId }).from(userRoles).where(eq(userRoles.role, role))),
      ),
    )
    .orderBy(asc(users.id))
    .limit(200)

const fallbacks = (['lead', 'admin'] as const).map((role) => statement(candidates(role)))

/** The active lead of somebody's team, who works cases. */
const findLeadOf = statement((db) => {
  const member = db
    .select({ teamId: users.teamId })
    .from(users)
    .where(eq(users.id, sql.placeholder('id')))
  const works = db
    .select({ id: userRoles.userId })
    .from(userRoles)
    .where(inArray(userRoles.role, ['lead', 'admin', 'csm']))
  return db
    .select({ id: users.id })
    .from(teams)
    .innerJoin(users, eq(users.id, teams.leadId))
    .where(and(inArray(teams.id, member), eq(users.state, 'active'), inArray(users.id, works)))
})

/** Whoever carries least; among equals the seed decides, so that a full house is still dealt evenly. */
export function leastLoaded(people: { id: string; load: number }[], seed: string): string | null {
  const least = Math.min(...people.map((person) => person.load))
  const free = people.filter((person) => person.load === least)
  let sum = 0
  for (const char of seed) sum = (sum * 31 + char.charCodeAt(0)) >>> 0
  return free.length ? free[sum % free.length]!.id : null
}

/**
 * Who takes a case: the account's owner while active, else the lead with the fewest open cases, else an admin. Never
 * `keptFrom`, from whom the answer is kept: then it is the lead of their team, else as before.
 * @throws when nobody active could take it: the case waits in the repair job
 */
export async function routeCase(
  ctx: Reading,
  account: { ownerId: string | null } | null,
  seed: string,
  keptFrom: string | null = null,
): Promise<string> {
  if (keptFrom === null && account?.ownerId) {
    const [owner] = await findActive(ctx.tx, { id: account.ownerId })
    if (owner) return owner.id
  }
  const chosen = keptFrom === null ? await leastOfFallbacks(ctx, seed, null) : await routeAround(ctx, keptFrom, seed)
  if (chosen) return chosen
  throw new Error('no active lead or admin can take the case')
}

/** Who takes a case instead of somebody: the lead of their team, else a lead, else an admin; null when nobody can. */
export async function routeAround(ctx: Reading, userId: string, seed: string): Promise<string | null> {
  const [lead] = await findLeadOf(ctx.tx, { id: userId })
  return lead && lead.id !== userId ? lead.id : leastOfFallbacks(ctx, seed, userId)
}

/** Reading is all that routing does. */
type Reading = Pick<TxCtx, 'tx'>

async function leastOfFallbacks(ctx: Reading, seed: string, exceptId: string | null): Promise<string | null> {
  for (const find of fallbacks) {
    const chosen = leastLoaded((await find(ctx.tx)).filter((one) => one.id !== exceptId), seed) // prettier-ignore
    if (chosen) return chosen
  }
  return null
}
