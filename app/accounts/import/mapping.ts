import { isImportField, type ImportField } from '#app/accounts/import/fields.ts'
import { headerWords } from '#app/accounts/import/header-words.ts'
import { emailAddress } from '#app/accounts/email-address.ts'
import { fold } from '#app/platform/text.ts'

/** Column index (from 0) → field. */
export type Mapping = Record<string, string>

/** A header as it is compared: folded, without spaces and signs. */
export const headerKey = (header: string) => fold(header).replace(/[\s_\-./\\()[\]{}:：*＊・、,'"?？]+/g, '')

const meanings = new Map<string, ImportField>()
for (const [field, words] of Object.entries(headerWords))
  for (const word of words) meanings.set(headerKey(word), field as ImportField)

/** Headers whose meaning depends on the other columns. */
const ofCompanyOrPerson = new Set(
  ['name', 'id', '名前', '名称', '担当者', '担当者名', '担当', 'code', 'コード'].map(headerKey),
)

/**
 * What each column probably holds, by its header in English or Japanese and by a few of its values. A field is
 * given to one column only; a column that isn't understood is left out.
 */
export function guessMapping(header: string[], samples: string[][]): Mapping {
  const mapping: Mapping = {}
  const taken = new Set<ImportField>()
  const give = (index: number, field: ImportField) => {
    if (taken.has(field) || mapping[index] !== undefined || !plausible(field, column(samples, index))) return
    mapping[index] = field
    taken.add(field)
  }
  const keys = header.map(headerKey)
  keys.forEach((key, index) => {
    const field = meanings.get(key)
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

const column = (samples: string[][], index: number) =>
  samples.map((cells) => cells[index]?.trim() ?? '').filter(Boolean)

/** Whether values can be what the header says: a "title" of whole sentences is the title of a text, not of a person. */
function plausible(field: ImportField, values: string[]): boolean {
  if (!values.length) return true
  if (field === 'email') return values.some((value) => value.includes('@'))
  if (field === 'name' && values.filter((value) => emailAddress(value)).length > values.length / 2) return false
  const lengths = values.map((value) => value.length).sort((a, b) => a - b)
  const middle = lengths[lengths.length >> 1]!
  if (field === 'title' || field === 'role') return middle <= 24
  return middle <= 100
}

export type MappingFault =
  { code: 'field_twice'; field: ImportField } | { code: 'nothing_mapped' } | { code: 'no_way_to_tell' }

/** What keeps a mapping from being used, or null. */
export function faultOf(mapping: Mapping): MappingFault | null {
  const fields = Object.values(mapping).filter(isImportField)
  const twice = fields.find((field, i) => fields.indexOf(field) !== i)
  if (twice) return { code: 'field_twice', field: twice }
  if (!fields.length) return { code: 'nothing_mapped' }
  const has = (...some: ImportField[]) => some.some((field) => fields.includes(field))
  const account = has('account_name', 'account_external_id', 'domain')
  const contact = has('email', 'external_id') || (has('name', 'family_name', 'given_name') && account)
  return account || contact ? null : { code: 'no_way_to_tell' }
}
