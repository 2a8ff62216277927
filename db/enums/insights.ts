export const dimensions = [
  'all',
  'tier',
  'region',
  'industry',
  'plan',
  'stage',
  'owner',
  'language',
  'product',
] as const
export type Dimension = (typeof dimensions)[number]
