import { keepFirst, type Setting } from '#app/accounts/account-row.server.ts'
import type { ContactInput } from '#app/accounts/import/fields.ts'
import { newId } from '#app/platform/ids.server.ts'
import { emailKey, fold } from '#app/platform/text.ts'
import type { contacts } from '#db/schema/accounts.ts'

export type ContactRow = typeof contacts.$inferSelect

/** A row for a person who isn't known yet. Who has no name is called by their address, else by their id. */
export function newContact(said: ContactInput, accountId: string | null, { at }: Setting): ContactRow {
  const input = leaving(said)
  const row: ContactRow = {
    id: newId('con', at),
    accountId,
    externalId: input.externalId ?? null,
    email: input.email ?? null,
    emailKey: null,
    name: input.name ?? input.email ?? input.externalId ?? '',
    nameKey: '',
    searchKey: '',
    nameKana: input.nameKana ?? null,
    sortKey: '',
    phone: input.phone ?? null,
    title: input.title ?? null,
    department: input.department ?? null,
    role: input.role ?? null,
    language: input.language ?? null,
    zone: input.zone ?? null,
    isTest: input.isTest ?? false,
    isShared: input.isShared ?? false,
    state: input.state ?? 'active',
    leftOn: input.leftOn ?? null,
    successorId: null,
    lastInvitedAt: null,
    lastAnsweredAt: null,
    lastClass: null,
    createdAt: at,
    updatedAt: at,
  }
  deriveContact(row)
  return row
}

const own = [
  'externalId',
  'email',
  'name',
  'nameKana',
  'phone',
  'title',
  'department',
  'role',
  'language',
  'zone',
  'isTest',
  'isShared',
  'state',
  'leftOn',
] as const

/**
 * Writes what an input says into a row; `accountId` undefined leaves the person where they are.
 * `before` collects what the changed columns held at first.
 * @returns whether anything changed
 */
export function applyContact(
  row: ContactRow,
  said: ContactInput,
  accountId: string | null | undefined,
  { at }: Setting,
  before?: Partial<ContactRow>,
): boolean {
  const input = leaving(said)
  let changed = false
  for (const key of own) {
    const value = input[key]
    if (value === undefined || value === row[key]) continue
    if (before && !(key in before)) (before as Record<string, unknown>)[key] = row[key]
    ;(row as Record<string, unknown>)[key] = value
    changed = true
  }
  if (accountId !== undefined && accountId !== row.accountId) {
    if (before) keepFirst(before, row, ['accountId'])
    row.accountId = accountId
    changed = true
  }
  if (!changed) return false
  if (before) keepFirst(before, row, ['leftOn', 'updatedAt'])
  deriveContact(row)
  row.updatedAt = at
  return true
}

/** Who has a day of leaving has left. */
const leaving = (input: ContactInput): ContactInput =>
  input.leftOn && input.state === undefined ? { ...input, state: 'left' } : input

/** The columns that are computed from others. */
export function deriveContact(row: ContactRow) {
  row.emailKey = row.email === null ? null : emailKey(row.email)
  row.nameKey = fold(row.name)
  row.sortKey = row.nameKana === null ? row.nameKey : fold(row.nameKana)
  if (row.state === 'active') row.leftOn = null
  let search = row.nameKey
  if (row.nameKana !== null) search += ` ${fold(row.nameKana)}`
  if (row.emailKey !== null) search += ` ${row.emailKey}`
  row.searchKey = search
}
