import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { userRoles, users, type Role } from '#db/schema/access.ts'
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

/** Whoever carries least; among equals the seed decides, so that a full house is still dealt evenly. */
export function leastLoaded(people: { id: string; load: number }[], seed: string): string | null {
  const least = Math.min(...people.map((person) => person.load))
  const free = people.filter((person) => person.load === least)
  let sum = 0
  for (const char of seed) sum = (sum * 31 + char.charCodeAt(0)) >>> 0
  return free.length ? free[sum % free.length]!.id : null
}

/**
 * Who takes a case: the account's owner while active, else the lead with the fewest open cases, else an admin.
 * @throws when nobody active could take it: the case waits in the repair job
 */
export async function routeCase(ctx: TxCtx, account: { ownerId: string | null } | null, seed: string): Promise<string> {
  if (account?.ownerId) {
    const [owner] = await findActive(ctx.tx, { id: account.ownerId })
    if (owner) return owner.id
  }
  for (const find of fallbacks) {
    const chosen = leastLoaded(await find(ctx.tx), seed)
    if (chosen) return chosen
  }
  throw new Error('no active lead or admin can take the case')
}
