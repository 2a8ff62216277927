import { eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { Matched } from '#app/accounts/match-items.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { companyKey } from '#app/accounts/same-name.ts'
import { noteStages } from '#app/accounts/note-stages.server.ts'
import { tellMoved } from '#app/accounts/tell-moved.server.ts'
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
const updateContact = statement((db) =>
  db
    .update(contacts)
    .set(placeholders(contactColumns))
    .where(eq(contacts.id, sql.placeholder('id'))),
)

/** Writes what `matchItems` worked out, in the same transaction in which it looked. */
export async function saveItems(ctx: TxCtx, matched: Matched): Promise<void> {
  const { tx } = ctx
  await tellMoved(ctx, movedOwners(matched))
  await noteStages(tx, await movedStages(tx, matched))
  for (const { row, fresh, changed } of matched.accounts) {
    if (fresh || !changed.size) continue
    const set = Object.fromEntries([...changed].map((column) => [column, row[column]]))
    await tx.update(accounts).set(set).where(eq(accounts.id, row.id))
  }
  await insertAccounts(
    tx,
    matched.accounts
      .filter((account) => account.fresh && account.used)
      .map(({ row }) => Object.assign(row, { matchKey: companyKey(row.name) })),
  )
  for (const { row, fresh, changed } of matched.contacts) if (!fresh && changed) await updateContact(tx, row)
  await insertContacts(
    tx,
    matched.contacts.filter((contact) => contact.fresh).map(({ row }) => row),
  )
}

/** Accounts that change hands: one that is given away and back again doesn't. */
const movedOwners = ({ accounts }: Matched) =>
  accounts
    .filter(({ fresh, changed }) => !fresh && changed.has('ownerId'))
    .map(({ row, before }) => ({ id: row.id, from: before.ownerId ?? null, to: row.ownerId }))

/** Asked before they are written: a matched row no longer knows its stage of before. */
async function movedStages(tx: Db, matched: Matched) {
  const moved = matched.accounts.filter(({ fresh, changed }) => !fresh && changed.has('stage')).map(({ row }) => row)
  if (moved.length === 0) return []
  const before = await tx
    .select({ id: accounts.id, stage: accounts.stage })
    .from(accounts)
    .where(inArray(accounts.id, moved.map((row) => row.id))) // prettier-ignore
  const stages = new Map(before.map((row) => [row.id, row.stage]))
  return moved.map((row) => ({
    accountId: row.id,
    from: stages.get(row.id) ?? null,
    to: row.stage ?? null,
    at: row.updatedAt,
  }))
}
