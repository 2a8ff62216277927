import type { Ahead } from '#app/accounts/undo/ahead.ts'
import { weightier, type KeptReason } from '#app/accounts/undo/kept.ts'

export interface MadeContact {
  id: string
  accountId: string | null
  createdAt: number
  updatedAt: number
}
export interface MadeAccount {
  id: string
  parentId: string | null
  sponsorId: string | null
  createdAt: number
  updatedAt: number
}

/** What stands around the rows that a batch made. */
export interface MadeFacts {
  contacts: MadeContact[]
  accounts: MadeAccount[]
  /** What has grown on them elsewhere. */
  grown: ReadonlyMap<string, KeptReason>
  /** Stored people of an account, and accounts below it. */
  people: ReadonlyMap<string, number>
  below: ReadonlyMap<string, number>
  /** Of a person: the accounts whose sponsor they are. */
  sponsors: ReadonlyMap<string, string[]>
}

/**
 * Which of the rows that a batch made stay, and why: what has grown, and whatever a row that stays is tied to. Parent,
 * sponsor and people of one batch go together, so that they alone keep nobody. Rows come as they will stand.
 */
export function judgeMade(facts: MadeFacts, ahead: Ahead): Map<string, KeptReason> {
  const kept = new Map<string, KeptReason>()
  for (const row of [...facts.contacts, ...facts.accounts]) {
    const grown = facts.grown.get(row.id)
    const reason = row.updatedAt === row.createdAt ? grown : weightier(grown, 'edited')
    if (reason) kept.set(row.id, reason)
  }
  const mine = new Map(facts.accounts.map((account) => [account.id, account]))
  const goes = (id: string) => mine.has(id) && !kept.has(id)
  for (let changed = true; changed;) {
    changed = false
    const keep = (id: string, reason: KeptReason) => {
      kept.set(id, reason)
      changed = true
    }
    for (const contact of facts.contacts) {
      const isSponsor = facts.sponsors.get(contact.id)?.some((accountId) => !goes(accountId))
      if (!kept.has(contact.id) && isSponsor) keep(contact.id, 'sponsor')
    }
    const going = tallied(facts.contacts, kept, (contact) => contact.accountId)
    const goingBelow = tallied(facts.accounts, kept, (account) => account.parentId)
    for (const { id } of facts.accounts) {
      if (kept.has(id)) continue
      const left = (what: 'people' | 'below', now: Map<string, number>) =>
        (facts[what].get(id) ?? 0) - ahead.gone(what, id) - (now.get(id) ?? 0)
      if (left('people', going) > 0) keep(id, 'people')
      else if (left('below', goingBelow) > 0) keep(id, 'below')
    }
  }
  return kept
}

/** How many of the rows that go hang on each account. */
function tallied<Row extends { id: string }>(
  rows: Row[],
  kept: ReadonlyMap<string, KeptReason>,
  on: (row: Row) => string | null,
): Map<string, number> {
  const sums = new Map<string, number>()
  for (const row of rows) {
    const id = on(row)
    if (id !== null && !kept.has(row.id)) sums.set(id, (sums.get(id) ?? 0) + 1)
  }
  return sums
}
