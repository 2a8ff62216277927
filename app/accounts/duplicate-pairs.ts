import { addressKey, personKey } from '#app/accounts/same-name.ts'
import { fold } from '#app/platform/text.ts'

/** What makes two companies or people look like one. */
export const duplicateReasons = ['name', 'domain', 'person', 'phone', 'address'] as const
export type DuplicateReason = (typeof duplicateReasons)[number]

/** How much each says; together at most 100. */
const weight: Record<DuplicateReason, number> = { name: 60, domain: 40, person: 50, phone: 20, address: 30 }

export interface Pair {
  /** The older of the two: ids begin with their time. */
  firstId: string
  secondId: string
  why: DuplicateReason[]
  strength: number
}

/** Of one group every pair is shown up to here; of a larger one each with the oldest. */
const mostCrossed = 4
/** What more than this many share tells nothing of them. */
export const mostAlike = 20

/** Collects pairs; the same pair for several reasons is one. */
export class Pairs {
  readonly #found = new Map<string, Pair>()

  /** Things that share something, in any order. */
  alike(ids: readonly string[], why: DuplicateReason, apart: (a: string, b: string) => boolean = () => false) {
    if (ids.length > mostAlike) return
    const sorted = ids.toSorted()
    for (const [i, firstId] of sorted.slice(0, sorted.length > mostCrossed ? 1 : -1).entries())
      for (const secondId of sorted.slice(i + 1)) {
        if (apart(firstId, secondId)) continue
        const key = `${firstId} ${secondId}`
        const pair = this.#found.get(key) ?? { firstId, secondId, why: [], strength: 0 }
        if (!pair.why.includes(why)) pair.why.push(why)
        this.#found.set(key, pair)
      }
  }

  /** What was found since the last time, each with how likely it is. */
  take(): Pair[] {
    const taken = [...this.#found.values()].map((pair) => ({
      ...pair,
      strength: pair.why.reduce((sum, why) => sum + weight[why], 0),
    }))
    this.#found.clear()
    return taken
  }
}

export interface Person {
  id: string
  name: string
  phone: string | null
  emailKey: string | null
}

/** Digits of a number as it is dialled in its country: `+81 3-…` and `03-…` are one. */
export function phoneKey(phone: string): string | null {
  const digits = fold(phone)
    .replace(/^\s*(?:\+|00)\s*81[\s-]*(?:\(0\))?/, '0')
    .replace(/\D/g, '')
  return digits.length < 8 ? null : digits
}

/**
 * People of one account that look like one: by name (title, width, order and accents aside), or by address (a `+tag`
 * aside). A number alone is often the switchboard, so it only adds to the others.
 */
export function peopleAlike(people: readonly Person[], pairs: Pairs): void {
  const names = groups(people, (person) => personKey(person.name))
  const addresses = groups(people, (person) => (person.emailKey === null ? null : addressKey(person.emailKey)))
  const phones = new Map(people.map((person) => [person.id, person.phone === null ? null : phoneKey(person.phone)]))
  const nameOf = new Map(people.map((person) => [person.id, personKey(person.name)]))
  for (const ids of names) pairs.alike(ids, 'person')
  for (const ids of addresses) pairs.alike(ids, 'address')
  for (const ids of groups(people, (person) => phones.get(person.id) ?? null))
    pairs.alike(ids, 'phone', (a, b) => nameOf.get(a) !== nameOf.get(b))
}

function groups(people: readonly Person[], keyOf: (person: Person) => string | null): string[][] {
  const found = new Map<string, string[]>()
  for (const person of people) {
    const key = keyOf(person)
    if (!key) continue
    const ids = found.get(key)
    if (ids) ids.push(person.id)
    else found.set(key, [person.id])
  }
  return [...found.values()].filter((ids) => ids.length > 1)
}
