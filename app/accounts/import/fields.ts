import type { Language } from '#app/platform/languages.ts'
import type { healths, importKinds } from '#db/enums/accounts.ts'
import type { PropertyValue } from '#db/schema/accounts.ts'

/** What a column may hold. `account_` fields and those listed first are of the account, the others of the person. */
export const accountFields = [
  'account_external_id',
  'account_name',
  'domain',
  'industry',
  'region',
  'account_zone',
  'plan',
  'tier',
  'stage',
  'products',
  'arr',
  'currency',
  'started_on',
  'renewal_on',
  'owner',
  'sales_owner',
  'parent',
  'health',
  'is_internal',
  'properties',
] as const

export const contactFields = [
  'external_id',
  'email',
  'name',
  'family_name',
  'given_name',
  'name_kana',
  'family_kana',
  'given_kana',
  'phone',
  'title',
  'department',
  'role',
  'language',
  'zone',
  'state',
  'left_on',
  'is_sponsor',
  'is_test',
  'is_shared',
  'unsubscribed',
] as const

/** What a past answer says, in a file of history. */
export const answerFields = ['answered_at', 'score', 'comment', 'program', 'answer_id', 'answer_language'] as const
export type AnswerField = (typeof answerFields)[number]
export const isAnswerField = (text: unknown): text is AnswerField => (answerFields as readonly unknown[]).includes(text)

export type ImportKind = (typeof importKinds)[number]

/** What the columns of each kind of file may hold. A past answer says who gave it, and changes nothing else of them. */
export const fieldsOf = {
  customers: { account: accountFields, contact: contactFields, answer: [] },
  history: {
    answer: answerFields,
    contact: ['external_id', 'email', 'name', 'family_name', 'given_name'],
    account: ['account_external_id', 'account_name', 'domain'],
  },
} as const satisfies Record<ImportKind, Record<'account' | 'contact' | 'answer', readonly ImportField[]>>

const importFields = [...accountFields, ...contactFields, ...answerFields] as const
export type ImportField = (typeof importFields)[number]
export const isImportField = (text: unknown): text is ImportField => (importFields as readonly unknown[]).includes(text)

/** Longest text of a field, in characters. */
export const longest: Partial<Record<ImportField, number>> = {
  account_external_id: 200,
  account_name: 200,
  parent: 200,
  domain: 253,
  external_id: 200,
  name: 200,
  family_name: 100,
  given_name: 100,
  name_kana: 200,
  family_kana: 100,
  given_kana: 100,
  phone: 50,
  title: 200,
  department: 200,
  properties: 10_000,
}
/** Of every other text field. */
export const longestOther = 100
export const mostProducts = 20

export type Health = (typeof healths)[number]

/** What a line or an API item says of a company. A missing field says nothing; null empties it. */
export interface AccountInput {
  externalId?: string
  name?: string
  domain?: string
  industry?: string | null
  region?: string | null
  zone?: string | null
  plan?: string | null
  tier?: string | null
  stage?: string | null
  products?: string[]
  arrMinor?: number | null
  currency?: string | null
  startedOn?: string | null
  renewalOn?: string | null
  ownerId?: string | null
  salesId?: string | null
  parentId?: string | null
  sponsorId?: string | null
  health?: Health
  isInternal?: boolean
  /** Added to those that are stored; null takes one out. */
  properties?: Record<string, PropertyValue>
}

/** The same of a person. */
export interface ContactInput {
  externalId?: string
  email?: string
  name?: string
  nameKana?: string | null
  phone?: string | null
  title?: string | null
  department?: string | null
  role?: string | null
  language?: Language | null
  zone?: string | null
  isTest?: boolean
  isShared?: boolean
  /** Whether they are the executive sponsor of the account of the item. */
  isSponsor?: boolean
  state?: 'active' | 'left'
  /** `YYYY-MM-DD`; says nothing of somebody who is active. */
  leftOn?: string | null
  /** An old opt-out: becomes a preference, never undone by an import. */
  unsubscribed?: boolean
}

/** One line of a file, or one item of an API call. */
export interface Item {
  line: number
  account: AccountInput | null
  contact: ContactInput | null
  /** The account above that of the item: its own id, else its name; null takes it away. */
  parent?: string | null
}

/** Whether an input says more of a company than which one it is. */
export function saysMore(input: AccountInput): boolean {
  for (const key in input)
    if (key !== 'externalId' && key !== 'domain' && key !== 'name' && input[key as keyof AccountInput] !== undefined)
      return true
  return false
}
