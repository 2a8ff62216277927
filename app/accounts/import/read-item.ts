import { emailAddress } from '#app/accounts/email-address.ts'
import { readLanguage } from '#app/accounts/import/languages.ts'
import {
  accountFields,
  isAnswerField,
  isImportField,
  longest,
  longestOther,
  type AccountInput,
  type ContactInput,
  type ImportField,
  type Item,
} from '#app/accounts/import/fields.ts'
import { isDateOrder, readDate } from '#app/accounts/import/dates.ts'
import type { Mapping } from '#app/accounts/import/mapping.ts'
import { isNumberStyle } from '#app/accounts/import/numbers.ts'
import type { Read } from '#app/accounts/import/read.ts'
import { readProducts, readProperties } from '#app/accounts/import/properties.ts'
import type { Line } from '#app/accounts/import/read-lines.ts'
import {
  readAmount,
  readCurrency,
  readDomain,
  readHealth,
  readState,
  readYesNo,
  readZone,
  toMinor,
} from '#app/accounts/import/values.ts'
import { undoDisarm } from '#app/platform/formula.ts'
import { cleanText, fold } from '#app/platform/text.ts'
import type { Reading, RejectReason } from '#db/schema/accounts.ts'

export interface ReadSettings {
  /** For amounts that name no currency. */
  baseCurrency: string
  /** User ids by the key of their address and by their folded name. */
  owners: ReadonlyMap<string, string>
  /** How whole columns were read, where a single value could be read in two ways. */
  readings?: readonly Reading[]
  /** Lines that name nobody are fine: a person needs more than a name, or counts as nobody. */
  anonymous?: boolean
}

export interface ReadItem extends Item {
  reasons: RejectReason[] | null
}

interface Column {
  index: number
  field: ImportField
  most: number
  reading: Reading['as'] | null
}

/** What is collected of a line before it is made into an account and a person. */
interface Draft {
  account: AccountInput
  contact: ContactInput
  familyName: string
  givenName: string
  familyKana: string
  givenKana: string
  amount: { amount: string; currency: string | null } | null
  parent?: string
}

const plain = /^[\x20-\x7e]*$/
const cjk = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff々]/

/** Makes the function that turns the lines of one file into items, by its mapping. */
export function itemReader(header: string[], mapping: Mapping, settings: ReadSettings): (line: Line) => ReadItem {
  const columns: Column[] = Object.entries(mapping)
    .filter(
      (entry): entry is [string, ImportField] =>
        isImportField(entry[1]) && !isAnswerField(entry[1]) && Number(entry[0]) < header.length,
    )
    .map(([index, field]) => ({
      index: Number(index),
      field,
      most: longest[field] ?? longestOther,
      reading: settings.readings?.find((reading) => reading.column === Number(index))?.as ?? null,
    }))
    .sort((a, b) => a.index - b.index)
  const columnOf = new Map(columns.map((column) => [column.field as string, column.index + 1]))
  const place = (field: string) => (columnOf.has(field) ? { field, column: columnOf.get(field)! } : { field })
  const ofAccount = columns.some(({ field }) => (accountFields as readonly string[]).includes(field))

  return ({ line, cells }) => {
    let reasons: RejectReason[] | null = null
    const refuse = (reason: RejectReason) => void (reasons ??= []).push(reason)
    const draft: Draft = {
      account: {},
      contact: {},
      familyName: '',
      givenName: '',
      familyKana: '',
      givenKana: '',
      amount: null,
    }
    if (cells.length < header.length)
      refuse({
        code: 'columns_missing',
        column: cells.length + 1,
        values: { expected: header.length, got: cells.length },
      })
    else if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== '')) {
      refuse({
        code: 'columns_extra',
        column: header.length + 1,
        values: { expected: header.length, got: cells.length },
      })
    }
    for (const column of columns) {
      const given = cells[column.index]
      if (given === undefined || given === '') continue
      const cell = undoDisarm(given)
      let text: string
      if (plain.test(cell)) text = cell.trim()
      else {
        const bad = badText(cell)
        if (bad) {
          refuse({ code: bad, field: column.field, column: column.index + 1 })
          continue
        }
        text = (cleanText(cell) ?? '').replace(/\s*\n\s*/g, ' ').normalize('NFC')
      }
      if (text === '') continue
      if (text.length > column.most && column.field !== 'products' && column.field !== 'email') {
        refuse({ code: 'too_long', field: column.field, column: column.index + 1, values: { most: column.most } })
        continue
      }
      const wrong = take(draft, column, text, settings)
      if (wrong) refuse({ code: wrong, field: column.field, column: column.index + 1 })
    }
    const { account, contact } = draft
    if (draft.amount) {
      const currency = draft.amount.currency ?? account.currency ?? settings.baseCurrency
      const minor = toMinor(draft.amount.amount, currency)
      if ('wrong' in minor) refuse({ code: minor.wrong, ...place('arr') })
      else if (draft.amount.currency && account.currency && draft.amount.currency !== account.currency)
        refuse({ code: 'currency_differs', ...place('arr') })
      else Object.assign(account, { arrMinor: minor.value, currency })
    }
    contact.name ??= joined(draft.familyName, draft.givenName)
    contact.nameKana ??= joined(draft.familyKana, draft.givenKana)
    const hasAccount =
      ofAccount && (account.name !== undefined || account.externalId !== undefined || account.domain !== undefined)
    let hasContact = contact.email !== undefined || contact.externalId !== undefined || contact.name !== undefined
    if (settings.anonymous) hasContact &&= hasAccount || contact.email !== undefined || contact.externalId !== undefined
    else if (!reasons) {
      if (!hasAccount && !hasContact) refuse({ code: 'nothing_on_line' })
      else if (
        contact.email === undefined &&
        contact.externalId === undefined &&
        contact.name !== undefined &&
        !hasAccount
      )
        refuse({ code: 'no_identity', ...place('email') })
    }
    const item: ReadItem = { line, account: hasAccount ? account : null, contact: hasContact ? contact : null, reasons }
    if (draft.parent !== undefined && hasAccount) item.parent = draft.parent
    return item
  }
}

/** Parts of a name in the order in which they are said. */
export function joined(family: string, given: string): string | undefined {
  if (!family && !given) return undefined
  const parts = cjk.test(family + given) ? [family, given] : [given, family]
  return parts.filter(Boolean).join(' ')
}

/** Puts one value where it belongs. @returns the code of what is wrong with it */
function take(draft: Draft, { field, reading }: Column, text: string, settings: ReadSettings): string | null {
  const { account, contact } = draft
  const set = <Target, Key extends keyof Target>(target: Target, key: Key, read: Read<NonNullable<Target[Key]>>): string | null => {
    if ('wrong' in read) return read.wrong
    target[key] = read.value
    return null
  }
  switch (field) {
    case 'account_external_id': return setId(account, text)
    case 'account_name': account.name = text; return null
    case 'domain': return set(account, 'domain', readDomain(text))
    case 'industry': account.industry = text; return null
    case 'region': account.region = text; return null
    case 'account_zone': return set(account, 'zone', readZone(text))
    case 'plan': account.plan = text; return null
    case 'tier': account.tier = text; return null
    case 'stage': account.stage = text; return null
    case 'products': return set(account, 'products', readProducts(text))
    case 'currency': return set(account, 'currency', readCurrency(text))
    case 'started_on': return set(account, 'startedOn', readDate(text, isDateOrder(reading) ? reading : null))
    case 'renewal_on': return set(account, 'renewalOn', readDate(text, isDateOrder(reading) ? reading : null))
    case 'properties': return set(account, 'properties', readProperties(text))
    case 'health': return set(account, 'health', readHealth(text))
    case 'is_internal': return set(account, 'isInternal', readYesNo(text))
    case 'owner': {
      const owner = settings.owners.get(fold(text))
      if (owner === undefined) return 'owner_unknown'
      account.ownerId = owner
      return null
    }
    case 'sales_owner': {
      const owner = settings.owners.get(fold(text))
      if (owner === undefined) return 'owner_unknown'
      account.salesId = owner
      return null
    }
    case 'parent': draft.parent = text; return null
    case 'arr': {
      const read = readAmount(text, isNumberStyle(reading) ? reading : null)
      if ('wrong' in read) return read.wrong
      draft.amount = read.value
      return null
    }
    case 'external_id': return setId(contact, text)
    case 'email': {
      const address = emailAddress(text)
      if (address === null) return 'email_invalid'
      contact.email = address
      return null
    }
    case 'name': contact.name = text; return null
    case 'family_name': draft.familyName = text; return null
    case 'given_name': draft.givenName = text; return null
    case 'name_kana': contact.nameKana = text; return null
    case 'family_kana': draft.familyKana = text; return null
    case 'given_kana': draft.givenKana = text; return null
    case 'phone': contact.phone = text; return null
    case 'title': contact.title = text; return null
    case 'department': contact.department = text; return null
    case 'role': contact.role = text; return null
    case 'language': return set(contact, 'language', readLanguage(text))
    case 'zone': return set(contact, 'zone', readZone(text))
    case 'state': return set(contact, 'state', readState(text))
    case 'left_on': return set(contact, 'leftOn', readDate(text))
    case 'is_sponsor': return set(contact, 'isSponsor', readYesNo(text))
    case 'is_test': return set(contact, 'isTest', readYesNo(text))
    case 'is_shared': return set(contact, 'isShared', readYesNo(text))
    case 'unsubscribed': return set(contact, 'unsubscribed', readYesNo(text))
    default: return null // what an answer says is read by those who know programs
  }
} // prettier-ignore

/** A line feed of another code, or bytes that aren't of the encoding. */
export const badText = (cell: string): 'nul' | 'undecodable' | null =>
  cell.includes('\u0000') ? 'nul' : cell.includes('\ufffd') ? 'undecodable' : null

/** As a spreadsheet leaves an id that it took for a number: the digits behind are gone. */
const ruined = /^\d(?:[.,]\d+)?E\+?\d{1,3}$/i

/** Ids are text, whatever they look like: nineteen digits stay nineteen. */
function setId(target: { externalId?: string }, text: string): string | null {
  if (ruined.test(text)) return 'id_ruined'
  target.externalId = /^="(.*)"$/.exec(text)?.[1] ?? text
  return null
}
