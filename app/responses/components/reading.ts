import type { Locale } from '#app/platform/words.ts'
import type { Facets } from '#app/responses/count-facets.server.ts'
import type { Total } from '#app/responses/count-responses.server.ts'
import type { ResponseFilter } from '#app/responses/response-filter.ts'

/** What the screen of answers knows beside the answers. */
export interface ReadingData {
  filter: ResponseFilter
  total: Total | null
  facets: Facets | null
  /** Spans up to today that one asks for most. */
  periods: { days: number; from: string; n: number; more: boolean }[]
  programs: { id: string; name: string }[]
  topics: { id: string; name: Record<Locale, string> }[]
  /** Colleagues, for who may know them. */
  owners: { id: string; name: string }[]
  readsCases: boolean
  /** The name behind `?account=` and `?contact=`, when the reader may know it. */
  account: string | null
  person: string | null
}
