import { and, isNotNull } from 'drizzle-orm'
import type { ContactRow } from '#app/accounts/contact-row.server.ts'
import type { ContactInput, Item } from '#app/accounts/import/fields.ts'
import { emailKey, fold } from '#app/platform/text.ts'
import { amongTexts, manyTexts } from '#db/fragments.ts'
import { contacts, type RejectReason } from '#db/schema/accounts.ts'
import { statement } from '#db/statement.ts'
import type { Db } from '#db/store/store.ts'

export interface KnownContact {
  row: ContactRow
  fresh: boolean
  changed: boolean
  /** What the changed columns held; nothing of somebody new. */
  before: Partial<ContactRow>
}

/** An item with a person, and the stored company it belongs to (null: none, or a new one). */
export interface Placed {
  item: Item
  accountId: string | null
}

const findByExternal = statement((db) =>
  db
    .select()
    .from(contacts)
    .where(and(amongTexts(contacts.externalId, 'texts'), isNotNull(contacts.externalId))),
)
const findByEmail = statement((db) =>
  db
    .select()
    .from(contacts)
    .where(and(amongTexts(contacts.emailKey, 'texts'), isNotNull(contacts.emailKey))),
)
const findByName = statement((db) =>
  db
    .select()
    .from(contacts)
    .where(and(amongTexts(contacts.accountId, 'places'), amongTexts(contacts.nameKey, 'names'))),
)

/**
 * The people that a batch of items speaks of. Somebody is found by their external id, else by their address; who
 * comes with neither is the one of that name in that company: rather the one who has neither as well.
 */
export class KnownContacts {
  readonly all: KnownContact[] = []
  readonly #ids = new Set<string>()
  readonly #byExternal = new Map<string, KnownContact>()
  readonly #byEmail = new Map<string, KnownContact>()
  readonly #byName = new Map<string, KnownContact[]>()

  static async load(db: Db, placed: readonly Placed[], expectNew: boolean): Promise<KnownContacts> {
    const known = new KnownContacts()
    const ids = new Set<string>()
    const emails = new Set<string>()
    const names = new Set<string>()
    const places = new Set<string>()
    for (const { item, accountId } of placed) {
      const contact = item.contact!
      if (contact.externalId !== undefined && !expectNew) ids.add(contact.externalId)
      if (contact.email !== undefined && !expectNew) emails.add(emailKey(contact.email))
      if (byNameOnly(contact) && accountId !== null) {
        names.add(fold(contact.name!))
        places.add(accountId)
      }
    }
    const add = (rows: ContactRow[]) => {
      for (const row of rows)
        if (!known.#ids.has(row.id)) known.remember({ row, fresh: false, changed: false, before: {} })
    }
    if (ids.size) add(await findByExternal(db, { texts: manyTexts(ids) }))
    if (emails.size) add(await findByEmail(db, { texts: manyTexts(emails) }))
    if (names.size) add(await findByName(db, { places: manyTexts(places), names: manyTexts(names) }))
    return known
  }

  remember(contact: KnownContact) {
    this.#ids.add(contact.row.id)
    this.all.push(contact)
    this.index(contact)
  }

  /** Files somebody under their keys; again after they took on a new one. */
  index(contact: KnownContact) {
    const { externalId, emailKey: email, accountId, nameKey } = contact.row
    if (externalId !== null) this.#byExternal.set(externalId, contact)
    if (email !== null) this.#byEmail.set(email, contact)
    if (accountId !== null) {
      const key = `${accountId} ${nameKey}`
      const list = this.#byName.get(key)
      if (!list) this.#byName.set(key, [contact])
      else if (!list.includes(contact)) list.push(contact)
    }
  }

  /** The person of an item, null for somebody new, or why it can't be told. */
  find(input: ContactInput, accountId: string | null): KnownContact | null | RejectReason {
    const byId = input.externalId === undefined ? undefined : this.#byExternal.get(input.externalId)
    const byEmail = input.email === undefined ? undefined : this.#byEmail.get(emailKey(input.email))
    if (byId) return byEmail && byEmail !== byId ? { code: 'email_taken', field: 'email' } : alive(byId)
    if (byEmail)
      return input.externalId !== undefined && byEmail.row.externalId !== null
        ? { code: 'email_taken', field: 'email' }
        : alive(byEmail)
    if (!byNameOnly(input) || accountId === null) return null
    const nameKey = fold(input.name!)
    const same = (this.#byName.get(`${accountId} ${nameKey}`) ?? []).filter(
      ({ row }) => row.accountId === accountId && row.nameKey === nameKey && row.state !== 'erased',
    )
    const bare = same.filter(({ row }) => row.email === null && row.externalId === null)
    const found = bare.length ? bare : same
    return found.length > 1
      ? { code: 'contact_ambiguous', field: 'name', values: { n: found.length } }
      : (found[0] ?? null)
  }
}

const byNameOnly = (contact: ContactInput) =>
  contact.email === undefined && contact.externalId === undefined && contact.name !== undefined

const alive = (contact: KnownContact): KnownContact | RejectReason =>
  contact.row.state === 'erased' ? { code: 'contact_erased' } : contact
