import type { Word } from '#app/platform/words.ts'
import { fieldWords } from '#app/accounts/field-words.ts'
import { accountWords, contactWords } from '#app/accounts/page-words.ts'
import type { accounts, contacts } from '#db/schema/accounts.ts'

type Account = typeof accounts.$inferSelect
type Contact = typeof contacts.$inferSelect

/** One thing that either record may say; its columns go together. */
interface Field<Row> {
  columns: readonly (keyof Row)[]
  word: Word
}

export const accountFields = {
  name: { columns: ['name'], word: fieldWords.account_name },
  externalId: { columns: ['externalId'], word: fieldWords.account_external_id },
  domain: { columns: ['domain'], word: fieldWords.domain },
  owner: { columns: ['ownerId'], word: accountWords.owner },
  sales: { columns: ['salesId'], word: accountWords.salesOwner },
  sponsor: { columns: ['sponsorId'], word: accountWords.sponsor },
  parent: { columns: ['parentId'], word: accountWords.parent },
  value: { columns: ['arrMinor', 'currency', 'arrBaseMinor'], word: fieldWords.arr },
  stage: { columns: ['stage'], word: fieldWords.stage },
  tier: { columns: ['tier'], word: fieldWords.tier },
  plan: { columns: ['plan'], word: fieldWords.plan },
  industry: { columns: ['industry'], word: fieldWords.industry },
  region: { columns: ['region'], word: fieldWords.region },
  zone: { columns: ['zone'], word: fieldWords.account_zone },
  products: { columns: ['products'], word: fieldWords.products },
  startedOn: { columns: ['startedOn'], word: fieldWords.started_on },
  renewalOn: { columns: ['renewalOn'], word: fieldWords.renewal_on },
  health: { columns: ['health'], word: fieldWords.health },
  isInternal: { columns: ['isInternal'], word: fieldWords.is_internal },
  properties: { columns: ['properties'], word: fieldWords.properties },
} satisfies Record<string, Field<Account>>

export const contactFields = {
  name: { columns: ['name'], word: fieldWords.name },
  nameKana: { columns: ['nameKana'], word: fieldWords.name_kana },
  email: { columns: ['email'], word: fieldWords.email },
  externalId: { columns: ['externalId'], word: fieldWords.external_id },
  account: { columns: ['accountId'], word: contactWords.account },
  phone: { columns: ['phone'], word: fieldWords.phone },
  title: { columns: ['title'], word: fieldWords.title },
  department: { columns: ['department'], word: fieldWords.department },
  role: { columns: ['role'], word: fieldWords.role },
  language: { columns: ['language'], word: fieldWords.language },
  zone: { columns: ['zone'], word: fieldWords.zone },
  state: { columns: ['state', 'leftOn', 'successorId'], word: fieldWords.state },
  isShared: { columns: ['isShared'], word: fieldWords.is_shared },
  isTest: { columns: ['isTest'], word: fieldWords.is_test },
} satisfies Record<string, Field<Contact>>

export const fieldsOf = { account: accountFields, contact: contactFields }
export type MergeKind = keyof typeof fieldsOf

/** Nothing is said: the other record's word is taken without asking. */
function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return value === null || value === undefined || value === 'unknown'
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

export type Side = 'survivor' | 'other'
export interface FieldState {
  field: string
  /** `filled`: only the other says something, so it is taken over. `choose`: both do, and differ. */
  how: 'same' | 'filled' | 'choose'
}

/** How two records stand to each other, field by field; what neither says is left out. */
export function compare<Row extends object>(
  fields: Record<string, Field<Row>>,
  survivor: Row,
  other: Row,
): FieldState[] {
  return Object.entries(fields).flatMap(([field, { columns }]): FieldState[] => {
    const [mine, theirs] = [survivor[columns[0]!], other[columns[0]!]]
    if (isEmpty(mine) && isEmpty(theirs)) return []
    if (columns.every((column) => same(survivor[column], other[column])) || isEmpty(theirs))
      return [{ field, how: 'same' }]
    return [{ field, how: isEmpty(mine) ? 'filled' : 'choose' }]
  })
}

/** The columns of the survivor that a merge changes: what it didn't say, and what was chosen from the other. */
export function mergedColumns<Row extends object>(
  fields: Record<string, Field<Row>>,
  survivor: Row,
  other: Row,
  take: readonly string[],
): Partial<Row> {
  const changed: Partial<Row> = {}
  for (const { field, how } of compare(fields, survivor, other)) {
    if (how === 'same') continue
    const taken = how === 'filled' || take.includes(field)
    if (field === 'properties') Object.assign(changed, propertiesOf(survivor, other, taken))
    else if (taken) for (const column of fields[field]!.columns) changed[column] = other[column]
  }
  return changed
}

/** Names that only one record has are kept from either; the choice is about those that both have. */
function propertiesOf(survivor: object, other: object, taken: boolean) {
  const of = (row: object) => (row as Pick<Account, 'properties'>).properties ?? {}
  const both = taken ? { ...of(survivor), ...of(other) } : { ...of(other), ...of(survivor) }
  return { properties: Object.fromEntries(Object.entries(both).sort(([a], [b]) => (a < b ? -1 : 1))) }
}

/** Which of two stays unless somebody says otherwise: who is still there, has an id elsewhere, says more, is older. */
export function defaultSurvivor<Row extends { id: string; externalId: string | null }>(
  fields: Record<string, Field<Row>>,
  a: Row,
  b: Row,
): Row {
  const rank = (row: Row) => [
    'state' in row && row.state !== 'active' ? 0 : 1,
    row.externalId === null ? 0 : 1,
    Object.values(fields).filter(({ columns }) => !isEmpty(row[columns[0]!])).length,
  ]
  const [of, and] = [rank(a), rank(b)]
  for (const [i, points] of of.entries()) if (points !== and[i]) return points > and[i]! ? a : b
  return a.id < b.id ? a : b
}
