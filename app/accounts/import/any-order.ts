import type { Item } from '#app/accounts/import/fields.ts'
import type { Mapping } from '#app/accounts/import/mapping.ts'
import { joined } from '#app/accounts/import/read-item.ts'
import type { ImportCounts } from '#db/schema/accounts.ts'

const ID = 1
const DOMAIN = 2
const NAME = 4

/**
 * Whether the accepted lines of a file may be applied in any order, with the same result: all people are new and have
 * an address or an id, nothing ties one line to another, and companies are either all known or told apart in one way.
 */
export class AnyOrder {
  #tied = false
  #ways = 0

  meet({ account, contact, parent }: Item) {
    if (contact && ((contact.email ?? contact.externalId) === undefined || contact.isSponsor !== undefined))
      this.#tied = true
    if (parent !== undefined) this.#tied = true
    if (!account) return
    if (account.externalId !== undefined) this.#ways |= ID
    if (account.domain !== undefined) this.#ways |= DOMAIN
    if (account.name !== undefined) this.#ways |= NAME
  }

  holds({ accounts, contacts }: ImportCounts): boolean {
    if (this.#tied || contacts.changed + contacts.unchanged > 0) return false
    return accounts.new + accounts.changed === 0 || [0, ID, DOMAIN, NAME].includes(this.#ways)
  }
}

/** What people are sorted by before they are written: about what the indexes of their names are sorted by. */
export function sorterOf(mapping: Mapping): (cells: string[]) => string {
  const column = (field: string) => Number(Object.keys(mapping).find((index) => mapping[index] === field) ?? -1)
  const [name, given, family, email] = ['name', 'given_name', 'family_name', 'email'].map(column) as [number, number, number, number] // prettier-ignore
  return (cells) => {
    const text = cells[name] || joined(cells[family] ?? '', cells[given] ?? '') || (cells[email] ?? '')
    return text.toLowerCase()
  }
}
