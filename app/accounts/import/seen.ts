import { saysMore as saysMoreOf, type AccountInput, type ContactInput, type Item } from '#app/accounts/import/fields.ts'
import { KeyTable, NumberList, Print } from '#app/accounts/import/key-table.ts'
import { emailKey, fold } from '#app/platform/text.ts'
import type { RejectReason } from '#db/schema/accounts.ts'

/** What an earlier line of the same file says about a line. */
export interface Sighting {
  /** The company was met before. */
  accountSeen: boolean
  /** This is the first line that says more of a company that was met before. */
  accountSays: boolean
  /** The same person with the same data was met before, in this line. */
  sameAs: number | null
  reason: RejectReason | null
}

const HAS_ID = 1
const HAS_DOMAIN = 2
const SAYS_MORE = 4
const AMBIGUOUS = 2 ** 31 - 2

/** Kinds of keys. */
const [ACCOUNT_ID, DOMAIN, ACCOUNT_NAME, PERSON_ID, EMAIL, PERSON_NAME] = [1, 2, 3, 4, 5, 6] as const
/** Where somebody belongs whose company wasn't met before, and who has none. */
const NEW_PLACE = -1
const NO_PLACE = -2

/**
 * The companies and people of one file, so that two lines which contradict each other are found before anything
 * is written. The first line counts; a later one must say the same. Follows the rules of `KnownAccounts` and
 * `KnownContacts`, in about 30 bytes a line.
 */
export class Seen {
  readonly #keys: KeyTable
  readonly #accounts = { line: new NumberList(), print: new NumberList(), flags: new NumberList() }
  readonly #people = { line: new NumberList(), print: new NumberList(), flags: new NumberList() }

  constructor(random?: () => number) {
    this.#keys = new KeyTable(random)
  }

  /** Looks at one line, in the order of the file. Lines that are refused for themselves must not be shown. */
  meet({ line, account, contact }: Item): Sighting {
    let at: number | null = null
    let accountSeen = false
    let accountSays = false
    if (account) {
      const found = this.#findAccount(account)
      if (found === AMBIGUOUS)
        return refused({
          code: 'account_ambiguous',
          field: account.name === undefined ? 'domain' : 'account_name',
          values: { n: 2 },
        })
      if (found !== undefined) {
        accountSeen = true
        at = found
        const clash = this.#clash(found, account)
        if (clash) return refused(clash)
        accountSays = saysMore(account) && !(this.#accounts.flags.at(found) & SAYS_MORE)
      }
    }
    const person = contact ? this.#meetPerson(line, contact, account, at) : null
    if (person?.reason) return refused(person.reason)
    if (account) at = this.#rememberAccount(at, account, line)
    if (contact && person && person.index === undefined) this.#rememberPerson(line, contact, at, person.said)
    return {
      accountSeen,
      accountSays,
      sameAs: person?.index === undefined ? null : this.#people.line.at(person.index),
      reason: null,
    }
  }

  #findAccount(account: AccountInput): number | undefined {
    if (account.externalId !== undefined) {
      const found = this.#keys.get(account.externalId, ACCOUNT_ID)
      if (found !== undefined) return found
    }
    const fits = (index: number) => account.externalId === undefined || !(this.#accounts.flags.at(index) & HAS_ID)
    if (account.domain !== undefined) {
      const found = this.#keys.get(account.domain, DOMAIN)
      if (found === AMBIGUOUS) {
        if (account.externalId === undefined && account.name === undefined) return AMBIGUOUS
      } else if (found !== undefined && fits(found)) return found
    }
    if (account.name !== undefined) {
      const found = this.#keys.get(fold(account.name), ACCOUNT_NAME)
      if (found === AMBIGUOUS)
        return account.externalId === undefined && account.domain === undefined ? AMBIGUOUS : undefined
      if (
        found !== undefined &&
        fits(found) &&
        (account.domain === undefined || !(this.#accounts.flags.at(found) & HAS_DOMAIN))
      )
        return found
    }
    return undefined
  }

  /** Two lines that give the same company different data. A line that only names it contradicts nothing. */
  #clash(index: number, account: AccountInput): RejectReason | null {
    const flags = this.#accounts.flags.at(index)
    if (!(flags & SAYS_MORE) || !saysMore(account)) return null
    if (this.#accounts.print.at(index) === printOf(account)) return null
    return { code: 'account_differs', field: 'account_name', values: { first: this.#accounts.line.at(index) } }
  }

  #rememberAccount(found: number | null, account: AccountInput, line: number): number {
    const flags =
      (account.externalId === undefined ? 0 : HAS_ID) |
      (account.domain === undefined ? 0 : HAS_DOMAIN) |
      (saysMore(account) ? SAYS_MORE : 0)
    let index = found
    if (index === null) {
      index = this.#accounts.line.push(line)
      this.#accounts.print.push(printOf(account))
      this.#accounts.flags.push(flags)
    } else {
      const before = this.#accounts.flags.at(index)
      if (flags & SAYS_MORE && !(before & SAYS_MORE)) {
        this.#accounts.print.put(index, printOf(account))
        this.#accounts.line.put(index, line)
      }
      if ((before | flags) === before) return index
      this.#accounts.flags.put(index, before | flags)
    }
    if (account.externalId !== undefined) this.#keys.set(account.externalId, index, ACCOUNT_ID)
    if (account.domain !== undefined) this.#share(account.domain, index, DOMAIN)
    if (account.name !== undefined) this.#share(fold(account.name), index, ACCOUNT_NAME)
    return index
  }

  #share(key: string, index: number, kind: number) {
    const known = this.#keys.get(key, kind)
    if (known === undefined) this.#keys.set(key, index, kind)
    else if (known !== index) this.#keys.set(key, AMBIGUOUS, kind)
  }

  #meetPerson(
    line: number,
    contact: ContactInput,
    account: AccountInput | null,
    at: number | null,
  ): { index?: number; said: number; reason?: RejectReason } {
    const said = printOf(contact)
    const fingerprint = placed(said, at ?? (account ? NEW_PLACE : NO_PLACE))
    const byId = contact.externalId === undefined ? undefined : this.#keys.get(contact.externalId, PERSON_ID)
    const byEmail = contact.email === undefined ? undefined : this.#keys.get(emailKey(contact.email), EMAIL)
    const byName =
      contact.externalId === undefined && contact.email === undefined && at !== null
        ? this.#keys.get(nameAt(at, contact), PERSON_NAME)
        : undefined
    const index = byId ?? byEmail ?? byName
    if (index === undefined) return { said }
    const first = this.#people.line.at(index)
    if (this.#people.print.at(index) === fingerprint) return { index, said }
    const field = byId !== undefined ? 'external_id' : byEmail !== undefined ? 'email' : 'name'
    return {
      said,
      reason: { code: field === 'email' ? 'duplicate_email' : 'duplicate', field, values: { first, line } },
    }
  }

  #rememberPerson(line: number, contact: ContactInput, at: number | null, said: number) {
    const index = this.#people.line.push(line)
    this.#people.print.push(placed(said, at ?? NO_PLACE))
    if (contact.externalId !== undefined) this.#keys.set(contact.externalId, index, PERSON_ID)
    if (contact.email !== undefined) this.#keys.set(emailKey(contact.email), index, EMAIL)
    if (contact.externalId === undefined && contact.email === undefined && at !== null)
      this.#keys.set(nameAt(at, contact), index, PERSON_NAME)
  }
}

const refused = (reason: RejectReason): Sighting => ({ accountSeen: false, accountSays: false, sameAs: null, reason })
const nameAt = (account: number, contact: ContactInput) => `${account} ${fold(contact.name ?? '')}`

/** A name beside an id or a domain can differ between lines as well. */
const saysMore = (account: AccountInput) =>
  saysMoreOf(account) ||
  (account.name !== undefined && (account.externalId !== undefined || account.domain !== undefined))

/** A fingerprint of everything that is said; the columns of a file always come in the same order. */
function printOf(input: AccountInput | ContactInput): number {
  const print = new Print()
  for (const key in input) {
    const value = input[key as keyof typeof input] as unknown
    if (value === undefined) continue
    print.add(key)
    print.add(Array.isArray(value) ? value.join('\u0002') : typeof value === 'object' ? JSON.stringify(value) : String(value)) // prettier-ignore
  }
  return print.value
}

/** The fingerprint of a person who belongs to a company, by its index. */
const placed = (said: number, place: number) => (Math.imul(said, 0x9e3779b1) + place) >>> 0
