import { and, isNotNull } from 'drizzle-orm'
import type { ContactRow } from '#app/accounts/contact-row.server.ts'
import type { ContactInput, Item } from '#app/accounts/import/fields.ts'
import { MergedKeys, type MergedKey } from '#app/accounts/merging/merged-keys.server.ts'
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
const findById = statement((db) => db.select().from(contacts).where(amongTexts(contacts.id, 'texts')))
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
  readonly #byExternal = new Map<string, KnownContact>()
  readonly #byEmail = new Map<string, KnownContact>()
  readonly #byName = new Map<string, KnownContact[]>()
  readonly #byId = new Map<string, KnownContact>()
  readonly #asMerged = new WeakSet<ContactInput>()
  #merged = new MergedKeys()

  static async load(db: Db, placed: readonly Placed[], expectNew: boolean): Promise<KnownContacts> {
    const known = new KnownContacts()
    const ids = new Set<string>()
    const emails = new Set<string>()
    const names = new Set<string>()
    const places = new Set<string>()
    for (const { item, accountId } of placed) {
      const contact = item.contact!
      if (contact.externalId !== undefined) ids.add(contact.externalId)
      if (contact.email !== undefined) emails.add(emailKey(contact.email))
      if (byNameOnly(contact) && accountId !== null) {
        names.add(fold(contact.name!))
        places.add(accountId)
      }
    }
    const add = (rows: ContactRow[]) => {
      for (const row of rows)
        if (!known.#byId.has(row.id)) known.remember({ row, fresh: false, changed: false, before: {} })
    }
    if (ids.size && !expectNew) add(await findByExternal(db, { texts: manyTexts(ids) }))
    if (emails.size && !expectNew) add(await findByEmail(db, { texts: manyTexts(emails) }))
    if (names.size) add(await findByName(db, { places: manyTexts(places), names: manyTexts(names) }))
    known.#merged = await MergedKeys.load(db, 'contact', { externalId: ids, emailKey: emails, nameKey: names })
    const survivors = known.#merged.survivors()
    if (survivors.size) add(await findById(db, { texts: manyTexts(survivors) }))
    return known
  }

  /** Whether an item calls its person as one who was merged into them: such an item finds them, and changes nothing of them. */
  isMerged(input: ContactInput): boolean {
    return this.#asMerged.has(input)
  }

  /** Who took over from somebody that was known by this key. */
  #survivor(key: MergedKey, text: string | undefined): KnownContact | undefined {
    return this.#byId.get(this.#merged.get(key, text) ?? '')
  }

  #found(input: ContactInput, survivor: KnownContact): KnownContact | RejectReason {
    this.#asMerged.add(input)
    return alive(survivor)
  }

  remember(contact: KnownContact) {
    this.#byId.set(contact.row.id, contact)
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
    const survivor = this.#survivor('externalId', input.externalId)
    if (survivor)
      return byEmail && byEmail !== survivor ? { code: 'email_taken', field: 'email' } : this.#found(input, survivor)
    if (byEmail)
      return input.externalId !== undefined && byEmail.row.externalId !== null
        ? { code: 'email_taken', field: 'email' }
        : alive(byEmail)
    const readdressed = this.#survivor('emailKey', input.email === undefined ? undefined : emailKey(input.email))
    if (readdressed) return this.#found(input, readdressed)
    if (!byNameOnly(input) || accountId === null) return null
    const nameKey = fold(input.name!)
    const same = (this.#byName.get(`${accountId} ${nameKey}`) ?? []).filter(
      ({ row }) => row.accountId === accountId && row.nameKey === nameKey && row.state !== 'erased',
    )
    const bare = same.filter(({ row }) => row.email === null && row.externalId === null)
    const found = bare.length ? bare : same
    if (found.length > 1) return { code: 'contact_ambiguous', field: 'name', values: { n: found.length } }
    if (found.length) return found[0]!
    const renamed = this.#survivor('nameKey', nameKey)
    return renamed?.row.accountId === accountId ? this.#found(input, renamed) : null
  }
}

const byNameOnly = (contact: ContactInput) =>
  contact.email === undefined && contact.externalId === undefined && contact.name !== undefined

const alive = (contact: KnownContact): KnownContact | RejectReason =>
  contact.row.state === 'erased' ? { code: 'contact_erased' } : contact
