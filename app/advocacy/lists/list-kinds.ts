import type { ReferralState } from '#db/enums/advocacy-referrals.ts'

/** What a list about referrals holds: leads that came in, or what became of those that are known. */
export const listKinds = ['leads', 'outcomes'] as const
export type ListKind = (typeof listKinds)[number]

/** One line of such a list: as it was written, and what it comes to. */
export interface DoneLine {
  line: number
  /** The lead, as the list names them. */
  lead: string
  /** What is posted when it is carried out. */
  row: object
  /** In words, why it isn't taken; null where it is. */
  refused: string | null
  /** The referral; null while it is not there yet. */
  id: string | null
  /** Whether anything changes by it. */
  fresh: boolean
  state: ReferralState | null
}
