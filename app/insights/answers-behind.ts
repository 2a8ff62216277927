import { isoOfDay } from '#app/platform/day.ts'
import type { Class, Metric } from '#db/enums/statistics.ts'

interface Behind {
  metric: Metric
  programId: string | null
  /** `YYYY-MM-DD`, both included. */
  from: string
  to: string
  class?: Class
  /** Only each person's latest, as a headline counts. */
  latest?: boolean
}

/** The list of exactly the answers that a number was made of. */
export function answersBehind({ metric, programId, from, to, class: one, latest = false }: Behind): string {
  const query = new URLSearchParams({ numbers: '1', from, to })
  if (programId) query.set('program', programId)
  else query.set('metric', metric)
  if (one) query.set('class', one)
  if (latest) query.set('latest', '1')
  return `/responses?${query.toString()}`
}

/** Both ends of a window of day numbers, as a link says them. */
export const isoWindow = ({ from, to }: { from: number; to: number }) => ({ from: isoOfDay(from), to: isoOfDay(to) })
