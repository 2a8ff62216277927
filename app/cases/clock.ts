import { DAY, HOUR, MINUTE } from '#app/platform/day.ts'
import type { CaseState } from '#app/cases/transitions.ts'

export interface Clock {
  kind: 'due' | 'late' | 'replied' | 'ended'
  /** Milliseconds until due, or since. */
  span: number
}

/** What a reader must know of the time of a case: who waits, and for how long still. */
export function clock(of: { state: CaseState; replyDueAt: number; waiting: number }, now: number): Clock {
  if (of.state === 'closed') return { kind: 'ended', span: 0 }
  if (of.waiting === 0) return { kind: 'replied', span: 0 }
  const left = of.replyDueAt - now
  return left >= 0 ? { kind: 'due', span: left } : { kind: 'late', span: -left }
}

/** A span in its one fitting unit: minutes below an hour, hours below two days, then days. */
export function spanUnit(span: number): {
  unit: 'minutes' | 'hours' | 'days'
  n: number
} {
  if (span < HOUR) return { unit: 'minutes', n: Math.max(1, Math.round(span / MINUTE)) }
  if (span < 2 * DAY) return { unit: 'hours', n: Math.round(span / HOUR) }
  return { unit: 'days', n: Math.round(span / DAY) }
}
