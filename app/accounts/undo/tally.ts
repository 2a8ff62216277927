import type { Kept } from '#app/accounts/undo/kept.ts'
import type { UndoTally } from '#db/schema/accounts.ts'

export const noTally = (): UndoTally => ({
  removed: { accounts: 0, contacts: 0, answers: 0, programs: 0 },
  restored: { accounts: 0, contacts: 0, preferences: 0 },
  kept: {},
  topics: 0,
})

/** What one batch does is added to what those before it did. */
export function addTally(to: UndoTally, more: UndoTally): UndoTally {
  for (const key of ['accounts', 'contacts', 'answers', 'programs'] as const) to.removed[key] += more.removed[key]
  for (const key of ['accounts', 'contacts', 'preferences'] as const) to.restored[key] += more.restored[key]
  for (const [key, n] of Object.entries(more.kept)) to.kept[key] = (to.kept[key] ?? 0) + n
  to.topics += more.topics
  return to
}

/** Counts rows that stay by kind and reason. */
export function countKept(tally: UndoTally, kept: readonly Kept[]) {
  for (const { kind, reason } of kept) {
    const key = `${kind} ${reason}`
    tally.kept[key] = (tally.kept[key] ?? 0) + 1
  }
}

export const keptTotal = (tally: UndoTally): number => Object.values(tally.kept).reduce((sum, n) => sum + n, 0)
