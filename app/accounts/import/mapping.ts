import { fieldsOf, isImportField, type ImportField, type ImportKind } from '#app/accounts/import/fields.ts'
import { headerJoint, headerKey } from '#app/accounts/import/header-key.ts'
import { headerWords } from '#app/accounts/import/header-words.ts'
import { emailAddress } from '#app/accounts/email-address.ts'

/** Column index (from 0) → field. */
export type Mapping = Record<string, string>

/** Header → field, of each kind of file. */
const meanings = {
  customers: meaningsOf('customers'),
  history: meaningsOf('history'),
} satisfies Record<ImportKind, Map<string, ImportField>>

function meaningsOf(kind: ImportKind): Map<string, ImportField> {
  const { answer, account, contact } = fieldsOf[kind]
  const found = new Map<string, ImportField>()
  for (const field of [...answer, ...account, ...contact])
    for (const word of headerWords[field]) if (!found.has(headerKey(word))) found.set(headerKey(word), field)
  return found
}

/** Headers whose meaning depends on the other columns. */
const ofCompanyOrPerson = new Set(
  ['name', 'id', '名前', '名称', '担当者', '担当者名', '担当', 'code', 'コード'].map(headerKey),
)

/**
 * What each column probably holds, by its header in English or Japanese and by a few of its values. A field is
 * given to one column only; a column that isn't understood is left out.
 */
export function guessMapping(header: string[], samples: string[][], kind: ImportKind = 'customers'): Mapping {
  const allowed = new Set<ImportField>(Object.values(fieldsOf[kind]).flat())
  const mapping: Mapping = {}
  const taken = new Set<ImportField>()
  const give = (index: number, field: ImportField) => {
    if (!allowed.has(field) || taken.has(field) || mapping[index] !== undefined) return
    if (!plausible(field, column(samples, index))) return
    mapping[index] = field
    taken.add(field)
  }
  const keys = header.map((name) => keyKnown(name, meanings[kind]))
  keys.forEach((key, index) => {
    const field = meanings[kind].get(key)
    if (field && !ofCompanyOrPerson.has(key)) give(index, field)
  })
  keys.forEach((_, index) => {
    const values = column(samples, index)
    if (
      !taken.has('email') &&
      values.length &&
      values.filter((value) => emailAddress(value)).length / values.length >= 0.8
    )
      give(index, 'email')
  })
  const people =
    taken.has('email') ||
    taken.has('given_name') ||
    taken.has('family_name') ||
    taken.has('title') ||
    taken.has('department')
  keys.forEach((key, index) => {
    if (!ofCompanyOrPerson.has(key)) return
    if (key === 'id' || key === headerKey('code') || key === headerKey('コード'))
      return give(index, people ? 'external_id' : 'account_external_id')
    if (key.startsWith('担当'))
      return give(index, taken.has('name') || taken.has('family_name') || !people ? 'owner' : 'name')
    if (people && !taken.has('family_name')) give(index, 'name')
    else give(index, 'account_name')
  })
  return mapping
}

/** A header of several rows is known by all of them, else by the lowest that is known, else by the highest. */
function keyKnown(name: string, known: Map<string, ImportField>): string {
  const whole = headerKey(name)
  if (known.has(whole) || !name.includes(headerJoint)) return whole
  const parts = name.split(headerJoint).map(headerKey)
  return parts.findLast((part) => known.has(part) || ofCompanyOrPerson.has(part)) ?? whole
}

const column = (samples: string[][], index: number) =>
  samples.map((cells) => cells[index]?.trim() ?? '').filter(Boolean)

/** Whether values can be what the header says: a "title" of whole sentences is the title of a text, not of a person. */
function plausible(field: ImportField, values: string[]): boolean {
  if (!values.length) return true
  if (field === 'email') return values.some((value) => value.includes('@'))
  if (field === 'name' && values.filter((value) => emailAddress(value)).length > values.length / 2) return false
  if (field === 'comment' || field === 'properties') return true
  const lengths = values.map((value) => value.length).sort((a, b) => a - b)
  const middle = lengths[lengths.length >> 1]!
  if (field === 'title' || field === 'role') return middle <= 24
  return middle <= 100
}

export type MappingFault =
  | { code: 'field_twice'; field: ImportField }
  | { code: 'nothing_mapped' }
  | { code: 'no_way_to_tell' | 'no_date' | 'no_score' }

/** What keeps a mapping from being used, or null. */
export function faultOf(mapping: Mapping, kind: ImportKind = 'customers'): MappingFault | null {
  const allowed: readonly string[] = Object.values(fieldsOf[kind]).flat()
  const fields = Object.values(mapping).filter((field): field is ImportField => isImportField(field) && allowed.includes(field)) // prettier-ignore
  const twice = fields.find((field, i) => fields.indexOf(field) !== i)
  if (twice) return { code: 'field_twice', field: twice }
  if (!fields.length) return { code: 'nothing_mapped' }
  const has = (...some: ImportField[]) => some.some((field) => fields.includes(field))
  if (kind === 'history') {
    if (!has('answered_at')) return { code: 'no_date' }
    return has('score') ? null : { code: 'no_score' }
  }
  const account = has('account_name', 'account_external_id', 'domain')
  const contact = has('email', 'external_id') || (has('name', 'family_name', 'given_name') && account)
  return account || contact ? null : { code: 'no_way_to_tell' }
}
