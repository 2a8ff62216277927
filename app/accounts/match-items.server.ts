import { applyAccount, type Setting } from '#app/accounts/account-row.server.ts'
import { applyContact, newContact } from '#app/accounts/contact-row.server.ts'
import type { AccountInput, Item } from '#app/accounts/import/fields.ts'
import { KnownAccounts, type KnownAccount } from '#app/accounts/known-accounts.server.ts'
import { KnownContacts, type KnownContact, type Placed } from '#app/accounts/known-contacts.server.ts'
import type { RejectReason } from '#db/schema/accounts.ts'
import type { Db } from '#db/store/store.ts'

export type Effect = 'new' | 'changed' | 'unchanged'

/** What one item does, or why it does nothing. */
export interface Outcome {
  account: Effect | null
  accountId: string | null
  contact: Effect | null
  contactId: string | null
  /** The person says they want no mail. */
  optedOut: boolean
  reason: RejectReason | null
}

export interface Matched {
  /** One for each item, in their order. */
  outcomes: Outcome[]
  accounts: KnownAccount[]
  contacts: KnownContact[]
}

/**
 * Compares a batch (at most a few hundred items) with what is stored and works out every row to write; writes
 * nothing. An item is taken whole or refused whole. `expectNew` trusts that nobody has the ids and addresses yet:
 * the unique rules refuse the batch when somebody does. `onlyFind` changes nobody who is known.
 */
export async function matchItems(
  db: Db,
  items: readonly Item[],
  setting: Setting,
  { expectNew = false, onlyFind = false } = {},
): Promise<Matched> {
  const accounts = await KnownAccounts.load(db, items, setting, onlyFind)
  const places: (KnownAccount | RejectReason | null)[] = items.map((item) =>
    item.account ? accounts.find(item.account) : null,
  )
  const uppers = new Set<KnownAccount>()
  const parents = parentsOf(items, places, accounts, uppers)
  const placed: Placed[] = []
  items.forEach((item, i) => {
    const place = places[i]!
    if (item.contact && !isReason(place)) placed.push({ item, accountId: place && !place.fresh ? place.row.id : null })
  })
  const contacts = await KnownContacts.load(db, placed, expectNew)
  const rules = { ...setting, onlyFind }
  const outcomes = items.map((item, i) => take(item, places[i]!, parents[i], accounts, contacts, rules))
  for (const upper of uppers) upper.used = true
  return { outcomes, accounts: accounts.all, contacts: contacts.all }
}

const isReason = (value: object | null): value is RejectReason => value !== null && 'code' in value

function take(
  item: Item,
  account: KnownAccount | RejectReason | null,
  parentId: string | null | undefined,
  accounts: KnownAccounts,
  contacts: KnownContacts,
  setting: Setting & { onlyFind: boolean },
): Outcome {
  const outcome: Outcome = {
    account: null,
    accountId: null,
    contact: null,
    contactId: null,
    optedOut: false,
    reason: null,
  }
  if (isReason(account)) return { ...outcome, reason: account }
  const contact = item.contact ? contacts.find(item.contact, account?.row.id ?? null) : null
  if (isReason(contact)) return { ...outcome, reason: contact }
  if (account) {
    const changed =
      (setting.onlyFind && !account.fresh) || accounts.isMerged(item.account)
        ? null
        : change(account, parentId === undefined ? item.account! : { ...item.account, parentId }, accounts, setting)
    outcome.account = account.fresh ? (account.used ? 'unchanged' : 'new') : changed ? 'changed' : 'unchanged'
    account.used = true
    outcome.accountId = account.row.id
  }
  if (item.contact) {
    outcome.optedOut = item.contact.unsubscribed === true
    if (contact) {
      const changed =
        !setting.onlyFind &&
        !contacts.isMerged(item.contact) &&
        applyContact(contact.row, item.contact, account?.row.id, setting, contact.before)
      if (changed) {
        contact.changed = true
        contacts.index(contact)
      }
      outcome.contact = changed ? 'changed' : 'unchanged'
      outcome.contactId = contact.row.id
    } else {
      const row = newContact(item.contact, account?.row.id ?? null, setting)
      contacts.remember({ row, fresh: true, changed: false, before: {} })
      outcome.contact = 'new'
      outcome.contactId = row.id
    }
    const mayName = account !== null && !accounts.isMerged(item.account) && !contacts.isMerged(item.contact)
    const sponsorId = mayName ? sponsorOf(account, item.contact.isSponsor, outcome.contactId) : undefined
    if (
      account &&
      sponsorId !== undefined &&
      change(account, { sponsorId }, accounts, setting) &&
      outcome.account === 'unchanged'
    )
      outcome.account = 'changed'
  }
  return outcome
}

function change(account: KnownAccount, input: AccountInput, accounts: KnownAccounts, setting: Setting) {
  const changed = applyAccount(account.row, input, setting, account.before)
  if (!changed) return null
  for (const column of changed) account.changed.add(column)
  accounts.index(account)
  return changed
}

/** The sponsor that an account has after an item about a person; undefined leaves it as it is. */
function sponsorOf(account: KnownAccount, isSponsor: boolean | undefined, contactId: string | null) {
  if (isSponsor === true) return contactId
  return isSponsor === false && account.row.sponsorId === contactId ? null : undefined
}

/**
 * Whom each item's account stands below; undefined says nothing of it, as does one that nobody knows yet. An item that
 * would close a circle is refused.
 */
function parentsOf(
  items: readonly Item[],
  places: (KnownAccount | RejectReason | null)[],
  accounts: KnownAccounts,
  uppers: Set<KnownAccount>,
) {
  const above = new Map<string, string | null>()
  return items.map((item, i): string | null | undefined => {
    const { parent } = item
    const account = places[i]!
    if (parent === undefined || account === null || isReason(account) || accounts.isMerged(item.account))
      return undefined
    const upper = parent === null ? null : accounts.parent(parent)
    if (upper === null && parent !== null) return undefined
    if (upper && accounts.closesCircle(account, upper, above)) {
      places[i] = { code: 'parent_circle', field: 'parent' }
      return undefined
    }
    if (upper) uppers.add(upper)
    above.set(account.row.id, upper?.row.id ?? null)
    return upper?.row.id ?? null
  })
}
