import type { AccountInput } from '#app/accounts/import/fields.ts'
import { newId } from '#app/platform/ids.server.ts'
import { companyKey } from '#app/accounts/same-name.ts'
import { fold } from '#app/platform/text.ts'
import type { accounts } from '#db/schema/accounts.ts'

export type AccountRow = typeof accounts.$inferSelect

export interface Setting {
  /** Milliseconds UTC. */
  at: number
  baseCurrency: string
}

/**
 * A row for a company that isn't known yet. Its `matchKey` is worked out by whoever stores it: a check makes a row for
 * every line and stores none.
 */
export function newAccount(input: AccountInput, { at }: Setting): AccountRow {
  const name = input.name ?? input.domain ?? input.externalId ?? ''
  return {
    id: newId('acc', at),
    name,
    nameKey: fold(name),
    matchKey: null,
    externalId: input.externalId ?? null,
    domain: input.domain ?? null,
    parentId: null,
    industry: null,
    region: null,
    zone: null,
    plan: null,
    tier: null,
    stage: null,
    products: [],
    arrMinor: null,
    currency: null,
    arrBaseMinor: null,
    startedOn: null,
    renewalOn: null,
    ownerId: null,
    salesId: null,
    sponsorId: null,
    health: 'unknown',
    properties: null,
    isInternal: false,
    createdAt: at,
    updatedAt: at,
  }
}

/**
 * Writes what an input says into a row. Revenue in another currency than the organisation's has no base amount
 * until a rate is known.
 * `before` collects what the changed columns held at first.
 * @returns the columns that changed, or null
 */
export function applyAccount(
  row: AccountRow,
  input: AccountInput,
  { at, baseCurrency }: Setting,
  before?: Partial<AccountRow>,
): (keyof AccountRow)[] | null {
  let changed: (keyof AccountRow)[] | null = null
  for (const key in input) {
    const column = key as keyof AccountInput
    const old = row[column]
    const value = column === 'properties' ? mergedProperties(row.properties, input.properties) : input[column]
    if (value === undefined || value === old || (Array.isArray(value) && same(value, old))) continue
    if (before && !(column in before)) (before as Record<string, unknown>)[column] = old
    ;(row as Record<string, unknown>)[column] = value
    ;(changed ??= []).push(column)
  }
  if (!changed) return null
  if (before) keepFirst(before, row, ['updatedAt', 'arrBaseMinor'])
  if (changed.includes('name')) {
    row.nameKey = fold(row.name)
    row.matchKey = companyKey(row.name)
    changed.push('nameKey', 'matchKey')
  }
  if (changed.includes('arrMinor') || changed.includes('currency')) {
    row.arrBaseMinor = row.currency === baseCurrency ? row.arrMinor : null
    changed.push('arrBaseMinor')
  }
  row.updatedAt = at
  changed.push('updatedAt')
  return changed
}

const same = (a: string[], b: unknown) =>
  Array.isArray(b) && a.length === b.length && a.every((value, i) => value === b[i])

/** Notes what a row holds, unless it was noted before. */
export function keepFirst<Row extends object>(before: Partial<Row>, row: Row, columns: readonly (keyof Row)[]) {
  for (const column of columns) if (!(column in before)) before[column] = row[column]
}

/** What is stored with what is said added; the same object when nothing changes. */
function mergedProperties(old: AccountRow['properties'], said: AccountInput['properties']): AccountRow['properties'] {
  if (!said) return old
  const merged = new Map([...Object.entries(old ?? {}), ...Object.entries(said)])
  const kept = [...merged].filter(([, value]) => value !== null).sort(([a], [b]) => (a < b ? -1 : 1))
  const unchanged = kept.length === Object.keys(old ?? {}).length && kept.every(([key, value]) => old?.[key] === value)
  return unchanged ? old : kept.length ? Object.fromEntries(kept) : null
}
