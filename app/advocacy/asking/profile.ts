import type { Language } from '#db/enums/platform.ts'

/** What of a prospect an advocate can have in common with them. */
export const traits = ['industry', 'region', 'size', 'tier', 'product', 'topic', 'language'] as const
export type Trait = (typeof traits)[number]

/** Thirds of our accounts by what they pay in a year. */
export const sizes = ['small', 'medium', 'large'] as const
export type Size = (typeof sizes)[number]

export interface Profile {
  industry?: string
  region?: string
  size?: Size
  tier?: string
  product?: string
  /** Id of a topic that the answer which made them an advocate is about. */
  topic?: string
  language?: Language
}
