import { eq, getTableColumns, sql } from 'drizzle-orm'
import type { Matched } from '#app/accounts/match-items.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { rowsInsert } from '#db/insert-rows.ts'
import { statement } from '#db/statement.ts'
import type { Db } from '#db/store/store.ts'

const accountColumns = Object.keys(getTableColumns(accounts)) as (keyof typeof accounts.$inferInsert)[]
const contactColumns = Object.keys(getTableColumns(contacts)) as (keyof typeof contacts.$inferInsert)[]
/** Never written by whoever edits a person: other rooms keep them. */
const kept = new Set<string>(['id', 'createdAt', 'lastInvitedAt', 'lastAnsweredAt', 'lastClass'])

const insertAccounts = rowsInsert(accounts, accountColumns)
const insertContacts = rowsInsert(
  contacts,
  contactColumns.filter((column) => !column.startsWith('last')),
)

const placeholders = (columns: readonly string[]) =>
  Object.fromEntries(
    columns.filter((column) => !kept.has(column)).map((column) => [column, sql.placeholder(column)]),
  ) as Record<string, never>
const updateAccount = statement((db) =>
  db
    .update(accounts)
    .set(placeholders(accountColumns))
    .where(eq(accounts.id, sql.placeholder('id'))),
)
const updateContact = statement((db) =>
  db
    .update(contacts)
    .set(placeholders(contactColumns))
    .where(eq(contacts.id, sql.placeholder('id'))),
)

/** Writes what `matchItems` worked out, in the same transaction in which it looked. */
export async function saveItems(tx: Db, { accounts, contacts }: Matched): Promise<void> {
  await insertAccounts(
    tx,
    accounts.filter((account) => account.fresh && account.used).map(({ row }) => row),
  )
  for (const { row, fresh, changed } of accounts) if (!fresh && changed) await updateAccount(tx, row)
  for (const { row, fresh, changed } of contacts) if (!fresh && changed) await updateContact(tx, row)
  await insertContacts(
    tx,
    contacts.filter((contact) => contact.fresh).map(({ row }) => row),
  )
}
