import type { ResponseFilter } from '#app/responses/response-filter.ts'

/** Stands in a filter for a trait that isn't known. */
export const notKnown = '-'

/** What was true of an account or a person when they answered, by its name in the query. */
export const traits = ['tier', 'region', 'stage', 'owner', 'language'] as const
export type Trait = (typeof traits)[number]

/** What of an answer a filter can be held against without asking the database again. */
export interface Facts {
  class: string
  programId: string
  tier: string | null
  region: string | null
  stage: string | null
  ownerId: string | null
  language: string
  commented: boolean
  /** Whether a case was opened because of it; undefined where that is found out otherwise. */
  cased?: boolean
}

/** What answers are counted by, beside their list. */
export const facets = ['class', 'program', 'tier', 'region', 'stage', 'owner', 'language', 'comment', 'case'] as const
export type Facet = (typeof facets)[number]

/** The value that a filter would have to name to find this answer. */
export function valueOf(of: Facts, facet: Facet): string {
  if (facet === 'class') return of.class
  if (facet === 'program') return of.programId
  if (facet === 'comment') return of.commented ? '1' : '0'
  if (facet === 'case') return of.cased ? '1' : '0'
  return (facet === 'owner' ? of.ownerId : of[facet]) ?? notKnown
}

/** The facets by which a filter leaves this answer out. */
export const failing = (of: Facts, filter: ResponseFilter): Facet[] =>
  facets.filter(
    (facet) =>
      filter[facet] !== undefined &&
      filter[facet] !== valueOf(of, facet) &&
      (facet !== 'case' || of.cased !== undefined),
  )
