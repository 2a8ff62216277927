import { DAY } from '#app/platform/day.ts'
import type { SkipReason } from '#db/enums/delivery.ts'

/** A link stays good for so long after it was due. */
export const invitationLifetime = 60 * DAY

/** What planning knows of one person of the audience. */
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
  /** The business holds the person or the account for now. */
  held: boolean
  /** When this program last invited the person, milliseconds UTC. */
  lastInvitedAt: number | null
}

/**
 * The reasons in the order in which they are looked at: the first that fits is the one that is told. Lasting facts
 * come before passing ones, so that "held" never hides that somebody has unsubscribed.
 */
const rules: [SkipReason, (facts: PlanFacts, program: { minIntervalDays: number }, now: number) => boolean][] = [
  ['left', (facts) => facts.left],
  ['internal', (facts) => facts.isInternal],
  ['test_contact', (facts) => facts.isTest],
  ['no_email', (facts) => !facts.hasEmail],
  ['suppressed', (facts) => facts.suppressed],
  ['unsubscribed', (facts) => facts.unsubscribed],
  ['vetoed', (facts) => facts.vetoed],
  ['held', (facts) => facts.held],
  [
    'asked_less',
    (facts, program, now) =>
      facts.halved && facts.lastInvitedAt !== null && facts.lastInvitedAt > invitedSince(program, facts, now),
  ],
  [
    'invited_recently',
    (facts, program, now) => facts.lastInvitedAt !== null && facts.lastInvitedAt > invitedSince(program, facts, now),
  ],
]

/** The order in which reasons are looked at. */
export const reasonOrder: readonly SkipReason[] = rules.map(([reason]) => reason)

/** Why a person is not invited now, or null when they are. */
export function skipReason(facts: PlanFacts, program: { minIntervalDays: number }, now: number): SkipReason | null {
  return rules.find(([, fits]) => fits(facts, program, now))?.[0] ?? null
}

/** Days between two invitations of somebody who wants half as many, where a program itself asks every time. */
const leastHalved = 90

/** Who was invited after this instant waits; twice as long for those who want half as many. */
export function invitedSince(program: { minIntervalDays: number }, person: { halved: boolean }, now: number): number {
  const { minIntervalDays: days } = program
  return now - (person.halved ? days * 2 || leastHalved : days) * DAY
}
