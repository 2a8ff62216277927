import { DAY } from '#app/platform/day.ts'
import { addWorkingTime, workingTimeBetween, type WorkingCalendar } from '#app/platform/working-time.ts'
import type { CaseState } from '#app/cases/transitions.ts'

/** Per cent of the promised time at which somebody hears of a clock. */
export const marks = [75, 100, 200] as const
export type Mark = (typeof marks)[number]

/** A span in which a clock stood still; null while it still does. */
export interface Pause {
  fromAt: number
  toAt: number | null
}

/** One run of a clock. Only the clock of resolving ever pauses, and pauses are in the order of time. */
export interface Run {
  /** When it began; null when that was not kept: then only its due time is known. */
  from: number | null
  dueAt: number
  pauses: Pause[]
}

/** What a state does to the clock of resolving: it waits with us for the customer, and rests once we take it for resolved. */
export function resolveClock(state: CaseState): 'runs' | 'paused' | 'over' {
  return state === 'closed' ? 'over' : state === 'waiting' || state === 'resolved' ? 'paused' : 'runs'
}

/**
 * When a clock has run for a span of working time: what a pause takes is added behind it. Of a pause that still goes
 * on only the beginning is known, so the rest is counted from there, as if it ended at once.
 */
export function instantAfter(from: number, span: number, pauses: Pause[], calendar: WorkingCalendar): number {
  let start = from
  let left = span
  for (const pause of pauses) {
    const ran = workingTimeBetween(start, Math.max(start, pause.fromAt), calendar)
    if (left <= ran) break
    left -= ran
    start = pause.toAt ?? pause.fromAt
  }
  return addWorkingTime(start, left, calendar)
}

/** How long a clock has run by an instant, in milliseconds of working time: without its pauses. */
export function ranFor(from: number, at: number, pauses: Pause[], calendar: WorkingCalendar): number {
  return pauses.reduce(
    (ran, { fromAt, toAt }) =>
      fromAt >= at ? ran : ran - workingTimeBetween(fromAt, Math.min(at, toAt ?? at), calendar),
    workingTimeBetween(from, at, calendar),
  )
}

/** The time that was promised, as the calendar counts it now; a pause that goes on has not moved the due time yet. */
function promised({ from, dueAt, pauses }: Run & { from: number }, calendar: WorkingCalendar): number {
  const ended = pauses.filter((pause) => pause.toAt !== null)
  return ranFor(from, dueAt, ended, calendar)
}

/** When the promise is broken, unless the run stands still before. */
const missedAt = ({ dueAt, pauses }: Run): number | null => (dueAt <= standsFrom(pauses) ? dueAt : null)

/** From when on it stands still until further notice; infinite while it runs. */
function standsFrom(pauses: Pause[]): number {
  const last = pauses.at(-1)
  return last?.toAt === null ? last.fromAt : Infinity
}

/** When the first of these runs is late; null when none will be as things stand. */
export function lateFrom(runs: Run[]): number | null {
  const ahead = runs.flatMap((run) => missedAt(run) ?? [])
  return ahead.length ? Math.min(...ahead) : null
}

/** When a run comes to a mark; null while it stands still before it, and for a share of a time that is not known, or is none. */
export function markAt({ from, ...run }: Run, mark: Mark, calendar: WorkingCalendar): number | null {
  if (mark === 100) return missedAt({ from, ...run })
  const whole = from === null ? 0 : promised({ from, ...run }, calendar)
  // Counted by another owner's calendar nothing may be left of what was promised: then it has no shares.
  if (from === null || whole <= 0) return null
  const at = instantAfter(from, Math.ceil((whole * mark) / 100), run.pauses, calendar)
  return at <= standsFrom(run.pauses) ? at : null
}

/** Whether a run has come to a mark by now. */
export function hasCome(run: Run, mark: Mark, now: number, calendar: WorkingCalendar): boolean {
  const at = markAt(run, mark, calendar)
  return at !== null && at <= now
}

/** Whole per cent of the promised time that are used; null where it is not known when the run began. */
export function percentUsed({ from, ...run }: Run, now: number, calendar: WorkingCalendar): number | null {
  if (from === null) return null
  const whole = promised({ from, ...run }, calendar)
  if (whole <= 0) return now >= run.dueAt ? 100 : 0
  return Math.floor((100 * ranFor(from, Math.max(from, now), run.pauses, calendar)) / whole)
}

/** So long after its due time nobody needs to know how much of a clock is used, and counting it takes long. */
const longLate = 60 * DAY

/** The same for a page: null, too, for what is late by two months. */
export function percentToShow(run: Run, now: number, calendar: WorkingCalendar): number | null {
  return now - run.dueAt > longLate ? null : percentUsed(run, now, calendar)
}

/**
 * When something is due after a pause: the working time that was left is left still. What was late when the pause began
 * stays late since then, for that is what happened.
 */
export function dueAfterPause(dueAt: number, pause: { fromAt: number; toAt: number }, calendar: WorkingCalendar) {
  if (dueAt <= pause.fromAt) return dueAt
  return addWorkingTime(pause.toAt, workingTimeBetween(pause.fromAt, dueAt, calendar), calendar)
}

/** The first mark of these runs that has not been passed. */
export function nextMark(runs: { run: Run; passed: ReadonlySet<number> }[], calendar: WorkingCalendar): number | null {
  const ahead = runs.flatMap(({ run, passed }) =>
    marks.flatMap((mark) => (passed.has(mark) ? [] : (markAt(run, mark, calendar) ?? []))),
  )
  return ahead.length ? Math.min(...ahead) : null
}
