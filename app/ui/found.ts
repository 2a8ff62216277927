import type { Word } from '#app/platform/words.ts'
import { searchWords } from '#app/ui/search-words.ts'

export const foundKinds = ['action', 'person', 'account', 'case', 'program', 'comment'] as const
export type FoundKind = (typeof foundKinds)[number]

/** One thing that a search found: a place to go to, or with `post` something that is done at once. */
export interface FoundItem {
  /** Unique in one result. */
  id: string
  kind: FoundKind
  to: string
  title: string
  /** What tells it from others of the same name. */
  detail?: string
  /** The part of a comment that was looked for stands between the two others. */
  quote?: { before: string; match: string; after: string }
  post?: Record<string, string>
}

export interface FoundGroup {
  kind: FoundKind
  items: FoundItem[]
  /** The list that goes on. */
  more?: string
}

export const kindWords: Record<FoundKind, Word> = {
  action: searchWords.actions,
  person: searchWords.people,
  account: searchWords.accounts,
  case: searchWords.cases,
  program: searchWords.programs,
  comment: searchWords.comments,
}
