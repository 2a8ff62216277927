import { fieldWords } from '#app/accounts/field-words.ts'
import { isImportField } from '#app/accounts/import/fields.ts'
import { rejectWords } from '#app/accounts/words.ts'
import type { Translate, Word } from '#app/platform/words.ts'

export interface Reason {
  code: string
  field?: string
  column?: number
  values?: Record<string, string | number>
}

const place: Word = { en: 'Column {column} ({name}): {what}', ja: '{column} 列目（{name}）：{what}' }
const named: Word = { en: '{name}: {what}', ja: '{name}：{what}' }
const unplaced: Word = { en: 'Column {column}: {what}', ja: '{column} 列目：{what}' }

/** Why a line was refused, in one sentence that names the column. */
export function sayReason(t: Translate, { code, field, column, values }: Reason): string {
  const words: Record<string, Word> = rejectWords
  const what = t(words[code] ?? rejectWords.invalid, values)
  const name = isImportField(field) ? t(fieldWords[field]) : null
  if (column !== undefined && name) return t(place, { column, name, what })
  if (column !== undefined) return t(unplaced, { column, what })
  return name ? t(named, { name, what }) : what
}
