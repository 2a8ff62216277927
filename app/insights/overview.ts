import { addMonths, monthStart } from '#app/platform/day.ts'
import type { Difference } from '#app/statistics/differences.ts'
import type { Counts } from '#app/statistics/nps.ts'
import type { Rate } from '#app/statistics/rates.ts'
import { scoreOf, type Score } from '#app/statistics/score.ts'
import type { Metric } from '#db/enums/statistics.ts'

/** Days of the headline, today included; the period before it is as long. `window_repeats` is kept for this length. */
export const headlineDays = 90
/** Months of the trend, the current one included. */
export const trendMonths = 12

export interface Overview {
  metric: Metric
  /** Null: all programs of the metric together. */
  programId: string | null
  programs: { id: string; name: string; metric: Metric }[]
  /** Day numbers, both included. */
  window: { from: number; to: number }
  /** Each person's latest answer to each program within the window. */
  headline: Period
  previous: Period
  /** Headline minus previous; null when either has too few answers to say. */
  difference: Difference | null
  /** All counted answers by the month of their first day; months without any have a null score. */
  trend: Month[]
  /** People who answered ÷ (sent − bounced − failed), by day of sending within the window. */
  rate: Rate | null
  /** What was sent within the window, by day of sending; never below zero. */
  sends: { invited: number; failed: number; answered: number }
  /** Whether any answer was ever counted for this choice. */
  answered: boolean
}

export interface Period {
  counts: Counts
  score: Score | null
}

export interface Month {
  /** Its first day. */
  month: number
  counts: Counts
  score: Score | null
}

export interface DayCounts extends Counts {
  day: number
}

/** Sums of the days from `from` to `to`, both included. */
export function sumDays(days: readonly DayCounts[], from: number, to: number): Counts {
  let [low, mid, high] = [0, 0, 0]
  for (const day of days) {
    if (day.day < from || day.day > to) continue
    low += day.low
    mid += day.mid
    high += day.high
  }
  return { low, mid, high }
}

/** What is left of counts when others are taken away. */
export const less = (all: Counts, some: Counts): Counts => ({
  low: all.low - some.low,
  mid: all.mid - some.mid,
  high: all.high - some.high,
})

/** The day numbers that an overview of `today` is made of. */
export function windowsOf(today: number) {
  const trendFrom = addMonths(monthStart(today), 1 - trendMonths)
  return {
    current: { from: today - headlineDays + 1, to: today },
    previous: { from: today - 2 * headlineDays + 1, to: today - headlineDays },
    trendFrom,
  }
}

/** One entry for each month up to today's, also for those in which nobody answered. */
export function monthsOf(metric: Metric, days: readonly DayCounts[], today: number): Month[] {
  const { trendFrom } = windowsOf(today)
  return Array.from({ length: trendMonths }, (_, i) => {
    const month = addMonths(trendFrom, i)
    const counts = sumDays(days, month, addMonths(month, 1) - 1)
    return { month, counts, score: scoreOf(metric, counts) }
  })
}
