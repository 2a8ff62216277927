/** low, mid, high: detractor, passive, promoter and their CSAT and CES equals. */
export const classes = ['low', 'mid', 'high'] as const
export type Class = (typeof classes)[number]
export const metrics = ['nps', 'csat', 'ces'] as const
export type Metric = (typeof metrics)[number]
