import type { Class } from '#db/enums/statistics.ts'

export const topics = [
  'speed',
  'support',
  'price',
  'onboarding',
  'reports',
  'integrations',
  'reliability',
  'ui',
  'docs',
  'manager',
] as const
export type Topic = (typeof topics)[number]

/** What people say about each topic. `[a|b]` is one of its parts, so that two people rarely say the same. */
export type Sayings = Record<Topic, Record<Class, readonly string[]>>
