import type { Actor } from '#app/audit/actor.ts'
import { newId } from '#app/platform/ids.server.ts'
import { emailKey, fold } from '#app/platform/text.ts'
import { teams, userRoles, users, type Role } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import type { Db, Store } from '#db/store/store.ts'

/*
 * Factories of the rows that every room needs. Each takes overrides and gives the row as stored.
 * The factories of one room live in `test/<room>/make.ts`.
 */

/** What a factory needs of a world. */
export interface Maker {
  readonly store: Store
  readonly now: () => number
}

/** Inserts one row and gives it back. Other rooms' factories build on this. */
export async function insert<T extends Parameters<Db['insert']>[0]>(
  store: Store,
  table: T,
  values: T['$inferInsert'],
): Promise<T['$inferSelect']> {
  const [row] = await store.write(async (tx) => tx.insert(table).values(values).returning())
  return row as T['$inferSelect']
}

let made = 0
/** A number that no other row of this test file has. */
export const next = () => ++made

export type UserRow = typeof users.$inferSelect & { roles: Role[]; actor: Extract<Actor, { kind: 'user' }> }
export type AccountRow = typeof accounts.$inferSelect
export type ContactRow = typeof contacts.$inferSelect
export type TeamRow = typeof teams.$inferSelect

/** An active user with roles (a CSM unless said); `user.actor` acts as them. */
export async function makeUser(
  w: Maker,
  { roles = ['csm'], ...over }: Partial<typeof users.$inferInsert> & { roles?: Role[] } = {},
): Promise<UserRow> {
  const n = next()
  const email = over.email ?? `user${n}@koe.test`
  const row = await insert(w.store, users, {
    id: newId('usr', w.now()),
    email,
    emailKey: emailKey(email) ?? email,
    name: `User ${n}`,
    locale: 'en',
    zone: null,
    passwordHash: null,
    state: 'active',
    teamId: null,
    createdAt: w.now(),
    ...over,
  })
  if (roles.length)
    await w.store.write(async (tx) => tx.insert(userRoles).values(roles.map((role) => ({ userId: row.id, role }))))
  return { ...row, roles, actor: { kind: 'user', id: row.id, roles, teamId: row.teamId, name: row.name } }
}

export async function makeTeam(w: Maker, over: Partial<typeof teams.$inferInsert> = {}): Promise<TeamRow> {
  return insert(w.store, teams, {
    id: newId('tea', w.now()),
    name: `Team ${next()}`,
    leadId: null,
    createdAt: w.now(),
    ...over,
  })
}

export async function makeAccount(w: Maker, over: Partial<typeof accounts.$inferInsert> = {}): Promise<AccountRow> {
  const name = over.name ?? `Account ${next()}`
  return insert(w.store, accounts, {
    id: newId('acc', w.now()),
    name,
    nameKey: fold(name),
    products: [],
    health: 'unknown',
    isInternal: false,
    createdAt: w.now(),
    updatedAt: w.now(),
    ...over,
  })
}

/** A contact with an address of their own, of no account unless `accountId` says so. */
export async function makeContact(w: Maker, over: Partial<typeof contacts.$inferInsert> = {}): Promise<ContactRow> {
  const n = next()
  const name = over.name ?? `Contact ${n}`
  const email = over.email === undefined ? `contact${n}@customer.test` : over.email
  return insert(w.store, contacts, {
    id: newId('con', w.now()),
    accountId: null,
    name,
    email,
    emailKey: email === null ? null : emailKey(email),
    nameKey: fold(name),
    sortKey: fold(over.nameKana ?? name),
    searchKey: fold([name, over.nameKana, email].filter(Boolean).join(' ')),
    language: 'en',
    isTest: false,
    isShared: false,
    state: 'active',
    createdAt: w.now(),
    updatedAt: w.now(),
    ...over,
  })
}
