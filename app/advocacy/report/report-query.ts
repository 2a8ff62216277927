import { z } from 'zod'
import { askedBands, behindLists, reportBys, reportPeriods } from '#app/advocacy/report/report-view.ts'
import { dayOfIso } from '#app/platform/day.ts'

const isoDay = z
  .string()
  .refine((text) => dayOfIso(text) !== null)
  .optional()
  .catch(undefined)

/** Unknown values count as absent: a link that was typed by hand still shows something. */
export const reportQuery = z.object({
  days: z.coerce
    .number()
    .refine((days) => (reportPeriods as readonly number[]).includes(days))
    .catch(90)
    .default(90),
  /** Own days, both included; they count only when both are there and in their order. */
  from: isoDay,
  to: isoDay,
  by: z.enum(reportBys).catch('kind').default('kind'),
})
export type ReportQuery = z.input<typeof reportQuery>

export const behindQuery = reportQuery.extend({
  list: z.enum(behindLists).catch('asked').default('asked'),
  group: z.string().max(200).optional().catch(undefined),
  /** The row without a value. */
  none: z.literal('1').optional().catch(undefined),
  band: z.enum(askedBands).catch('never').default('never'),
  after: z.string().max(400).optional().catch(undefined),
})
