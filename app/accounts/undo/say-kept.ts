import { fieldWords } from '#app/accounts/field-words.ts'
import { isImportField } from '#app/accounts/import/fields.ts'
import { keptColumnWords, keptReasonWords } from '#app/accounts/import-undo-words.ts'
import { readReason, type KeptKind } from '#app/accounts/undo/kept.ts'
import type { Translate } from '#app/platform/words.ts'

/** Columns that a person knows by the name of another field. */
const known: Record<string, string> = {
  accountId: 'account_name',
  arrMinor: 'arr',
  arrBaseMinor: 'arr',
  ownerId: 'owner',
  salesId: 'sales_owner',
  parentId: 'parent',
  sponsorId: 'is_sponsor',
}

/** Why undoing an import left a row, in one sentence that names the fields. */
export function sayKept(t: Translate, kind: KeptKind, text: string): string {
  const { reason, columns } = readReason(text)
  if ((reason !== 'later' && reason !== 'blocked') || !columns.length) return t(keptReasonWords[reason])
  const names = columns.map((column) => fieldName(t, kind, column))
  return t(keptColumnWords[reason], { fields: [...new Set(names)].join(', ') })
}

function fieldName(t: Translate, kind: KeptKind, column: string): string {
  const plain = known[column] ?? column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const field = kind === 'account' && (plain === 'name' || plain === 'external_id') ? `account_${plain}` : plain
  return isImportField(field) ? t(fieldWords[field]) : column
}
