import { paceOf } from '#app/delivery/pace.ts'
import { DAY } from '#app/platform/day.ts'
import type { ContactRules, SkipReason, WaitReason } from '#db/enums/delivery.ts'
import type { ProgramKind } from '#db/enums/surveys.ts'

/** A link stays good for so long after it was due. */
export const invitationLifetime = 60 * DAY
/** A question about something that happened is asked within so long after it was due, or not at all. */
const stillAsks = 30 * DAY

/** What the rules know of one person of the audience. */
export interface PlanFacts {
  left: boolean
  isTest: boolean
  isInternal: boolean
  hasEmail: boolean
  /** The address is known to bounce, or its owner complained. */
  suppressed: boolean
  /** The person wants no survey at all, or none of this program. */
  unsubscribed: boolean
  /** The person wants half as many. */
  halved: boolean
  /** The owner of the account wants them left out of this wave. */
  vetoed: boolean
  /** The business holds the person or the account for now: until then, or null for as long as what it is about goes on. */
  held: { until: number | null } | null
  /** Of the account: decides the pace. */
  tier: string | null
  /** When this program last invited the person, milliseconds UTC. */
  lastInvitedAt: number | null
  /** When any program that keeps to the rules did. */
  lastReachedAt: number | null
}

/** What a program says of its own rhythm. */
export interface ProgramPace {
  minIntervalDays: number
  /** Neither waits for other programs nor makes them wait. */
  outsideRules: boolean
  kind: ProgramKind
}

export type Verdict =
  | { kind: 'invite' }
  /** Not this time: a fact that lasts. */
  | { kind: 'skip'; reason: SkipReason }
  /** Later: what passes by itself, with the instant from which nothing of it stands in the way; null when only an event can tell. */
  | { kind: 'wait'; reason: WaitReason; until: number | null }

/** Lasting facts, in the order in which they are looked at: the first that fits is the one that is told. */
const lasting: [SkipReason, (facts: PlanFacts) => boolean][] = [
  ['left', (facts) => facts.left],
  ['internal', (facts) => facts.isInternal],
  ['test_contact', (facts) => facts.isTest],
  ['no_email', (facts) => !facts.hasEmail],
  ['suppressed', (facts) => facts.suppressed],
  ['unsubscribed', (facts) => facts.unsubscribed],
  ['vetoed', (facts) => facts.vetoed],
]

/** The order in which lasting reasons are looked at. */
export const skipOrder: readonly SkipReason[] = lasting.map(([reason]) => reason)

/**
 * Whether a person is invited now, by everything but the other people of the account and the hour. Of what passes by
 * itself the last to pass is told, so that its date is the next possible one.
 */
export function judge(facts: PlanFacts, program: ProgramPace, rules: ContactRules, now: number): Verdict {
  const skip = lasting.find(([, fits]) => fits(facts))
  if (skip) return { kind: 'skip', reason: skip[0] }
  if (facts.held) return { kind: 'wait', reason: 'held', until: facts.held.until }
  const { at: until, reason } = paceUntil(facts, program, rules)
  return until <= now ? { kind: 'invite' } : { kind: 'wait', reason, until }
}

/**
 * What becomes of an invitation that the rules don't let go: it is held back until the next possible time (of what only
 * an event can end it is looked at again a day later), or skipped by what lasts, and where the question would come too late.
 */
export function heldBack(
  verdict: Exclude<Verdict, { kind: 'invite' }>,
  { kind }: Pick<ProgramPace, 'kind'>,
  dueAt: number,
  now: number,
) {
  const { reason } = verdict
  const next = verdict.kind === 'wait' ? (verdict.until ?? now + DAY) : null
  const tooLate = next !== null && kind === 'transactional' && next > dueAt + stillAsks
  return next === null || tooLate
    ? { state: 'skipped' as const, reason, nextPossibleAt: null }
    : { state: 'deferred' as const, reason, nextPossibleAt: next }
}

/** What keeps somebody from being asked after a case, whatever the contact rules say. */
const keepsFromRecovery: readonly SkipReason[] = ['left', 'test_contact', 'no_email', 'suppressed', 'unsubscribed']

/** Whether a person is asked if their case was put right: once, outside the contact rules and the holds, never past their own wish. */
export function judgeRecovery(facts: PlanFacts): Verdict {
  const skip = lasting.find(([reason, fits]) => keepsFromRecovery.includes(reason) && fits(facts))
  return skip ? { kind: 'skip', reason: skip[0] } : { kind: 'invite' }
}

/** From when a person may be invited again, and what keeps them until then. */
export function paceUntil(
  facts: Pick<PlanFacts, 'tier' | 'halved' | 'lastInvitedAt' | 'lastReachedAt'>,
  program: ProgramPace,
  rules: ContactRules,
): { at: number; reason: 'asked_less' | 'invited_recently' | 'asked_elsewhere' } {
  const own = freeAt(facts.lastInvitedAt, ownDays(program, facts))
  const any = program.outsideRules ? 0 : freeAt(facts.lastReachedAt, betweenDays(rules, facts))
  const at = Math.max(own, any)
  const here = own === at || facts.lastReachedAt === facts.lastInvitedAt
  return { at, reason: !here ? 'asked_elsewhere' : facts.halved ? 'asked_less' : 'invited_recently' }
}

/** An invitation on the day exactly so long ago stands in nobody's way any more. */
const freeAt = (last: number | null, days: number) => (last === null || days === 0 ? 0 : last + days * DAY)

/** Days between two invitations of somebody who wants half as many, where a program itself asks every time. */
const leastHalved = 90

/** Days between two invitations of a person by one program; twice as many for those who want half as many. */
export const ownDays = (
  { minIntervalDays: days }: Pick<ProgramPace, 'minIntervalDays'>,
  person: { halved: boolean },
) => (person.halved ? days * 2 || leastHalved : days)

/** The same whatever the program. */
export const betweenDays = (rules: ContactRules, { tier, halved }: Pick<PlanFacts, 'tier' | 'halved'>) =>
  paceOf(rules, tier).betweenDays * (halved ? 2 : 1)

/** Somebody of an account whom the ledger knows, with when they were last written to. */
export interface Reached {
  contactId: string
  at: number
}

/**
 * Whom of an account the rules let go first, and until when the others wait: at most `accountPeople` different people
 * in `accountDays`, and of those who could be asked the one who was asked longest ago. A person who is already one of
 * these people takes no other place, but does not come before somebody who waits for one, nor while there are more of
 * them than may be.
 * @param reached the account's people in the ledger within the period
 * @param candidates in the order of their turn
 * @returns for each candidate null, or when a place is free
 */
export function takeTurns(
  { accountPeople, accountDays }: { accountPeople: number | null; accountDays: number },
  reached: Reached[],
  candidates: string[],
  now: number,
): Map<string, number | null> {
  const turns = new Map<string, number | null>()
  const last = new Map<string, number>()
  for (const { contactId, at } of reached)
    if (at > now - accountDays * DAY) last.set(contactId, Math.max(at, last.get(contactId) ?? 0))
  let waits = false
  for (const id of candidates) {
    const placed = last.has(id) ? last.size <= (accountPeople ?? Infinity) : last.size < (accountPeople ?? Infinity)
    const goes = placed && !waits
    if (goes) last.set(id, now)
    else waits = true
    turns.set(id, goes ? null : freed([...last.values()], accountPeople!, accountDays))
  }
  return turns
}

/** When so few of these are left in the period that another fits. */
function freed(times: number[], people: number, days: number): number {
  return times.sort((a, b) => a - b)[times.length - people]! + days * DAY
}
