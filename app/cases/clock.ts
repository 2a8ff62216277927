import { DAY, HOUR, MINUTE } from '#app/platform/day.ts'
import type { CaseState } from '#app/cases/transitions.ts'

/** What the clocks of a case show to a reader. */
export interface ShownClocks {
  state: CaseState
  /** The earliest of those who wait. */
  replyDueAt: number
  waiting: number
  /** Null for a case from before there was such a promise. */
  resolveDueAt: number | null
  pausedAt: number | null
}

export interface Clock {
  kind: 'due' | 'late' | 'replied' | 'ended'
  /** Milliseconds until due, or since. */
  span: number
}

export interface Resolving {
  kind: 'due' | 'late' | 'paused' | 'none'
  span: number
}

/** What a reader must know of the time of a case: who waits, and for how long still. */
export function clock(of: Pick<ShownClocks, 'state' | 'replyDueAt' | 'waiting'>, now: number): Clock {
  if (of.state === 'closed') return { kind: 'ended', span: 0 }
  if (of.waiting === 0) return { kind: 'replied', span: 0 }
  return dueOrLate(of.replyDueAt, now)
}

/** How long is left until it should be resolved. What was late when it paused says so, for it is still. */
export function resolving(of: Pick<ShownClocks, 'state' | 'resolveDueAt' | 'pausedAt'>, now: number): Resolving {
  const { state, resolveDueAt, pausedAt } = of
  if (resolveDueAt === null || state === 'closed' || state === 'resolved') return { kind: 'none', span: 0 }
  if (pausedAt !== null && pausedAt < resolveDueAt) return { kind: 'paused', span: now - pausedAt }
  return dueOrLate(resolveDueAt, now)
}

function dueOrLate(dueAt: number, now: number): { kind: 'due' | 'late'; span: number } {
  const left = dueAt - now
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
