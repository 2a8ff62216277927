import { percentile } from '#app/statistics/percentile.ts'
import { fewestToCompare } from '#app/statistics/interval.ts'

/** One case as its two times count. Spans are milliseconds of its owner's working time. */
export interface Timed {
  contact: Timing
  resolve: Timing
}

interface Timing {
  /** How long it took; null while it hasn't happened. */
  span: number | null
  /** Whether it was in time; null while its time isn't up, or nothing was promised. */
  inTime: boolean | null
}

/** What a case says of itself, milliseconds UTC. */
export interface CaseTimes {
  openedAt: number
  contactedAt: number | null
  replyDueAt: number
  resolvedAt: number | null
  resolveDueAt: number | null
  pausedAt: number | null
  closedAt: number | null
}

/** Working time between two instants, without what the clock of resolving stood still. */
export type Meter = (from: number, to: number) => number

/** In time: by the time that stands on the case. Of what is still to come it counts once its time is up. */
export function timedOf(
  row: CaseTimes,
  meter: Meter,
  pauses: readonly { from: number; to: number }[],
  now: number,
): Timed {
  const { openedAt, contactedAt, replyDueAt, resolvedAt, resolveDueAt, pausedAt, closedAt } = row
  const late = (dueAt: number) => (closedAt === null && dueAt < now ? false : null)
  // Standing still before it was due it can't be late.
  const stands = resolveDueAt !== null && pausedAt !== null && pausedAt < resolveDueAt
  return {
    contact: {
      span: contactedAt === null ? null : Math.max(0, meter(openedAt, contactedAt)),
      inTime: contactedAt === null ? late(replyDueAt) : contactedAt <= replyDueAt,
    },
    resolve: {
      span:
        resolvedAt === null
          ? null
          : Math.max(0, meter(openedAt, resolvedAt) - stood(meter, pauses, openedAt, resolvedAt)),
      inTime:
        resolveDueAt === null
          ? null
          : resolvedAt !== null
            ? resolvedAt <= resolveDueAt
            : stands
              ? null
              : late(resolveDueAt),
    },
  }
}

function stood(meter: Meter, pauses: readonly { from: number; to: number }[], from: number, to: number): number {
  let sum = 0
  for (const pause of pauses) {
    const [begins, ends] = [Math.max(from, pause.from), Math.min(to, pause.to)]
    if (begins < ends) sum += meter(begins, ends)
  }
  return sum
}

interface Part {
  spans: number[]
  inTime: number
  due: number
}

/** Times of some cases, gathered. */
export interface Tally {
  opened: number
  contact: Part
  resolve: Part
}

const newPart = (): Part => ({ spans: [], inTime: 0, due: 0 })
export const newTally = (): Tally => ({ opened: 0, contact: newPart(), resolve: newPart() })

export function addTo(tally: Tally, timed: Timed): void {
  tally.opened++
  for (const kind of ['contact', 'resolve'] as const) {
    const { span, inTime } = timed[kind]
    const part = tally[kind]
    if (span !== null) part.spans.push(span)
    if (inTime !== null) part.due++
    if (inTime) part.inTime++
  }
}

/** What a row says. Null is not shown: there are too few. */
export interface PartFigures {
  /** How many have happened: what the median and the ninetieth per cent (nearest rank, milliseconds) are of. */
  n: number
  median: number | null
  p90: number | null
  /** How many of those whose time is known to be kept or not. */
  inTime: number | null
  due: number
}
export interface TimeFigures {
  opened: number
  contact: PartFigures
  resolve: PartFigures
}

/** Fewer than `fewest` say nothing of a person or a group. */
export function figuresOf({ opened, contact, resolve }: Tally, fewest: number = fewestToCompare): TimeFigures {
  const part = ({ spans, inTime, due }: Part): PartFigures => {
    const sorted = Float64Array.from(spans).sort()
    const enough = spans.length >= fewest
    return {
      n: spans.length,
      median: enough ? percentile(sorted, 50) : null,
      p90: enough ? percentile(sorted, 90) : null,
      inTime: due >= fewest ? inTime : null,
      due,
    }
  }
  return { opened, contact: part(contact), resolve: part(resolve) }
}
