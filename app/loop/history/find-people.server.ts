import type { AccountRow, Setting } from '#app/accounts/account-row.server.ts'
import type { ContactRow } from '#app/accounts/contact-row.server.ts'
import { matchItems, type Matched } from '#app/accounts/match-items.server.ts'
import type { PastItem } from '#app/loop/history/history-reader.server.ts'
import { amongTexts, manyTexts } from '#db/fragments.ts'
import { accounts, type RejectReason } from '#db/schema/accounts.ts'
import { statement } from '#db/statement.ts'
import type { Db } from '#db/store/store.ts'

export interface Respondent {
  contact: ContactRow | null
  account: AccountRow | null
  /** Somebody or some company that would have to be added. */
  isNew: boolean
  reason: RejectReason | null
}

const accountsByIds = statement((db) => db.select().from(accounts).where(amongTexts(accounts.id, 'texts')))

/**
 * Who gave these answers, as far as they are known; nobody's data is changed. Without `add`, people and companies that
 * aren't known stay so: their answers are nobody's.
 */
export async function findPeople(
  db: Db,
  past: PastItem[],
  setting: Setting,
  add: boolean,
): Promise<{ matched: Matched; respondents: Respondent[] }> {
  const matched = await matchItems(db, past.map(({ item }) => item), setting, { onlyFind: true }) // prettier-ignore
  const companies = new Map(matched.accounts.map((one) => [one.row.id, one]))
  const people = new Map(matched.contacts.map((one) => [one.row.id, one]))
  const elsewhere = new Set<string>()
  for (const { row } of matched.contacts)
    if (row.accountId && !companies.has(row.accountId)) elsewhere.add(row.accountId)
  const others = new Map<string, AccountRow>()
  if (elsewhere.size)
    for (const row of await accountsByIds(db, { texts: manyTexts(elsewhere) })) others.set(row.id, row)
  const respondents = matched.outcomes.map(({ accountId, contactId, reason }): Respondent => {
    const company = accountId ? companies.get(accountId) : undefined
    const person = contactId ? people.get(contactId) : undefined
    const isNew = company?.fresh === true || person?.fresh === true
    const contact = person && (add || !person.fresh) ? person.row : null
    const named = company && (add || !company.fresh) ? company.row : null
    const theirs = contact?.accountId ? (companies.get(contact.accountId)?.row ?? others.get(contact.accountId)) : null
    return { contact, account: named ?? theirs ?? null, isNew, reason: isDoubt(reason) ? null : reason }
  })
  return { matched, respondents }
}

/** An id of a company nobody knows, or a name that several have, makes an answer nobody's, not wrong. */
const isDoubt = (reason: RejectReason | null) =>
  reason !== null &&
  ['account_unknown', 'account_ambiguous', 'contact_ambiguous', 'email_taken', 'contact_erased'].includes(reason.code)
