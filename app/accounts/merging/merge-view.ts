import type { FieldState, MergeKind } from '#app/accounts/merging/fields.ts'
import type { MovingCounts } from '#app/accounts/merging/moved.ts'
import type { accounts, contacts } from '#db/schema/accounts.ts'

/** One of the two records, as it is stored. */
export type MergeSide = typeof accounts.$inferSelect | typeof contacts.$inferSelect

/** What the preview of a merge shows. */
export interface MergeView {
  survivor: MergeSide
  other: MergeSide
  fields: FieldState[]
  /** What colleagues, accounts and people are called whose ids the two hold. */
  names: Record<string, string>
  counts: MovingCounts
  /** How many rows move, when it is so many that a job does it. */
  large: number | null
  /** Who goes on with the one case, where both have an open one. */
  casesJoin: { owner: string } | null
  /** Whether another answer may be the person's latest. */
  headline: boolean
  /** Invitations that wait to be sent, where they do so for both. */
  unsent: number
  mayMerge: boolean
}

export interface MergeRequest {
  kind: MergeKind
  first: { id: string; name: string }
  /** Whether one came from the list of duplicates, to go on there. */
  list: boolean
  /** The record that was asked for is not there. */
  missed: boolean
  text: string
  preview: MergeView | null
  search: { found: Candidate[]; likely: Candidate[] } | null
}

export interface Candidate {
  id: string
  name: string
  /** What tells it from others of that name. */
  detail: string
}
