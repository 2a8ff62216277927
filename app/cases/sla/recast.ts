import { replyDue } from '#app/cases/due.ts'
import { targetOf, type PolicyRow } from '#app/cases/sla/policy.ts'
import { instantAfter, type Pause } from '#app/cases/sla/run.ts'
import type { CaseState } from '#app/cases/transitions.ts'
import { MINUTE } from '#app/platform/day.ts'
import type { WorkingCalendar } from '#app/platform/working-time.ts'
import type { Severity } from '#db/enums/surveys.ts'

/** What another policy needs to know of an open case. */
export interface Recastable {
  state: CaseState
  /** Of its account. */
  tier: string | null
  severity: Severity
  openedAt: number
  /** Null for a case from before there was such a promise; it gets one. */
  resolveDueAt: number | null
  pauses: Pause[]
  /** Who waits, each with their own severity. Of whose clock that or its beginning isn't known, keeps what was promised. */
  waiting: { id: string; clockFrom: number | null; severity: Severity | null; replyDueAt: number }[]
}

export interface Recast {
  resolveDueAt: number | null
  replies: { id: string; replyDueAt: number }[]
}

/** The due times of an open case by another policy, each from when its clock began. What is resolved is not promised anew. */
export function recast(of: Recastable, rows: PolicyRow[], calendar: WorkingCalendar): Recast {
  const targetFor = (severity: Severity) => targetOf(rows, of.tier, severity)
  return {
    resolveDueAt:
      of.state === 'resolved' || of.state === 'closed'
        ? of.resolveDueAt
        : instantAfter(of.openedAt, targetFor(of.severity).resolveMinutes * MINUTE, of.pauses, calendar),
    replies: of.waiting.map(({ id, clockFrom, severity, replyDueAt }) => ({
      id,
      replyDueAt:
        clockFrom === null || severity === null ? replyDueAt : replyDue(clockFrom, targetFor(severity), calendar),
    })),
  }
}

export interface Effect {
  /** Something of it is due earlier, or nothing is and something is later; else nothing changes. */
  moves: 'earlier' | 'later' | 'same'
  /** Something that was not late yet is late at once. */
  late: boolean
}

/** What a recast does to a case, as its people would say it. */
export function effectOf(of: Recastable, after: Recast, now: number): Effect {
  const pairs = of.waiting.map((one, i) => [one.replyDueAt, after.replies[i]!.replyDueAt] as const)
  if (of.resolveDueAt !== null && after.resolveDueAt !== null) pairs.push([of.resolveDueAt, after.resolveDueAt])
  const earlier = pairs.some(([from, to]) => to < from)
  const later = pairs.some(([from, to]) => to > from)
  // While a case waits for the customer its clock of resolving stands, so it isn't late before it goes on.
  const stands = of.state === 'waiting' || of.state === 'resolved'
  const counted = stands ? pairs.slice(0, of.waiting.length) : pairs
  return {
    moves: earlier ? 'earlier' : later ? 'later' : 'same',
    late: counted.some(([from, to]) => from > now && to <= now),
  }
}
