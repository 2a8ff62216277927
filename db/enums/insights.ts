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
/** Whose words a quote of the monthly page is said to be: nobody's, a company's, or a person's. */
export const quoteNames = ['none', 'account', 'person'] as const
export const recipientStates = ['active', 'stopped', 'removed'] as const
