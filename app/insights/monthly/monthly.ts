import { z } from 'zod'
import { addMonths, weekdayOf } from '#app/platform/day.ts'
import { locales } from '#app/platform/words.ts'
import { fewestToCompare, type Interval } from '#app/statistics/interval.ts'
import { quoteNames } from '#db/enums/insights.ts'
import { metrics } from '#db/enums/statistics.ts'

/** Addresses that one install writes to every month. */
export const mostRecipients = 100
/** Days for which a mailed link opens its page. */
export const linkDays = 60
/** The hour of the organisation's day from which the mails go out. */
export const sendHour = 8

/** The n-th working day of a month, or its last one when it has fewer; the n-th day when nobody ever works. */
export function nthWorkingDay(
  month: number,
  n: number,
  { week, off }: { week: (object | null)[]; off: ReadonlySet<number> },
): number {
  const end = addMonths(month, 1)
  let [found, last] = [0, month + n - 1]
  for (let day = month; day < end; day++) {
    if (off.has(day) || !week[weekdayOf(day) - 1]) continue
    last = day
    if (++found === n) break
  }
  return last
}

/** Where a score stands to its target: `unclear` while the target lies within the interval, or the answers are few. */
export type Standing = 'above' | 'below' | 'unclear'

/** Above or below only when the whole 95 % interval is: everything else may be chance. */
export function standingOf(score: (Interval & { n: number }) | null, target: number | null): Standing | null {
  if (!score || target === null) return null
  if (score.n < fewestToCompare) return 'unclear'
  if (score.low >= target) return 'above'
  return score.high < target ? 'below' : 'unclear'
}

/** What a stage is called when the customer has gone, until an admin says which. */
export const looksLost = (stage: string): boolean =>
  /churn|lost|cancel|terminat|former|ended|解約|離脱|退会|契約終了|失注/i.test(stage)

/** Whether the stage is one of accounts that have gone. */
export const isLost = (stage: string | null, lostStages: string[] | null): boolean =>
  stage !== null && (lostStages ? lostStages.includes(stage) : looksLost(stage))

/** The middle of counted values (value → how often), lower of two; null for none. */
export function medianOf(counts: readonly { value: number; n: number }[]): number | null {
  const total = counts.reduce((sum, { n }) => sum + n, 0)
  let seen = 0
  for (const { value, n } of counts.toSorted((a, b) => a.value - b.value)) {
    seen += n
    if (seen * 2 >= total) return value
  }
  return null
}

const target = z.coerce.number().int().min(-100).max(100)

export const monthlyForm = z.object({
  enabled: z.boolean().optional(),
  workingDay: z.coerce.number().int().min(1).max(20),
  names: z.enum(quoteNames),
  closeDays: z.coerce.number().int().min(1).max(365),
  lostStages: z.array(z.string().max(200)).max(200).default([]),
  quoted: z.array(z.string().max(60)).max(500).default([]),
})
export const targetForm = z.object({
  metric: z.enum(metrics),
  programId: z.string().max(60).default(''),
  /** Points of NPS, or per cent of CSAT and CES; nothing takes the target away. */
  value: target.optional(),
})
export const recipientForm = z.object({ email: z.string().max(254), language: z.enum(locales) })
