import { z } from 'zod'
import { id } from '#app/cases/case.ts'
import { DAY } from '#app/platform/day.ts'
import { spareReasons, type Recovery } from '#db/enums/cases.ts'
import type { Class } from '#db/enums/statistics.ts'
import type { invitationStates } from '#db/enums/delivery.ts'

type InvitationState = (typeof invitationStates)[number]

/** Days from resolving a case to asking, until somebody sets it. */
export const defaultDelayDays = 3
/** Who has not answered for so long after being asked says nothing. */
export const silentAfter = 14 * DAY

export const delayForm = z.object({ delayDays: z.coerce.number().int().min(0).max(60) })
export const spareInput = z.object({
  caseId: id,
  casePersonId: id,
  /** Empty: they may be asked after all. */
  reason: z.enum(spareReasons).or(z.literal('')),
})

/** What an answer to the re-ask says: put right is only what the person is satisfied with, 4 or 5 of 5. */
export const verdictOf = (given: Class): 'recovered' | 'not' => (given === 'high' ? 'recovered' : 'not')

const start = 'recovery:'

/** For what a person is asked: each time that their case was resolved is an occasion of its own. */
export const occasionOf = (casePersonId: string, reopened: number): string =>
  reopened === 0 ? `${start}${casePersonId}` : `${start}${casePersonId}:${reopened + 1}`

/** Whom an occasion asks: their place on the case; null when it is no re-ask. */
export const personOfOccasion = (occasion: string): string | null =>
  occasion.startsWith(start) ? occasion.slice(start.length).split(':')[0]! : null

/** Where somebody on a case stands; `out`: nobody asks them, or their mail never arrived. */
export type Standing = 'recovered' | 'not' | 'waits' | 'out'

/** @param invitation the state of their re-ask; null when there is none */
export function standingOf(recovery: Recovery, invitation: InvitationState | null): Standing {
  if (recovery === 'recovered' || recovery === 'not') return recovery
  const asked = invitation !== null && !['skipped', 'cancelled', 'failed'].includes(invitation)
  return asked ? 'waits' : 'out'
}

interface Asked {
  standing: Standing
  invitation: { dueAt: number; sentAt: number | null } | null
}

/**
 * When a case that was resolved is over: 14 days after the last question was due, or went, if that was later. Who was not
 * asked counts too: the case waits as long as if they had been.
 */
export function closesAt(resolvedAt: number, people: readonly Asked[]): number {
  const times = people.flatMap(({ standing, invitation }) =>
    invitation ? [invitation.dueAt, (standing === 'waits' && invitation.sentAt) || 0] : [],
  )
  return Math.max(resolvedAt, ...times) + silentAfter
}

/**
 * How a resolved case ends: `verified` when all who were asked say that it is put right, or some do and the others said
 * nothing in time (`over`); `silent` when nobody said anything in time; null while it goes on.
 */
export function endOf(people: Standing[], over: boolean): 'verified' | 'silent' | null {
  if (people.includes('not')) return null
  const recovered = people.includes('recovered')
  if (recovered && (over || !people.includes('waits'))) return 'verified'
  return over ? 'silent' : null
}

interface OnCase {
  recoveryInvitationId: string | null
  recovery: Recovery
  spared: (typeof spareReasons)[number] | null
}

/** One person who stood on a case twice: whoever says that it is not put right is heard. */
export function joinedRecovery(stays: OnCase, goes: OnCase): OnCase {
  const first = stays.recoveryInvitationId === null ? goes : stays
  const not = [stays, goes].find((one) => one.recovery === 'not')
  const { recoveryInvitationId, recovery } = not ?? first
  return { recoveryInvitationId, recovery, spared: stays.spared ?? goes.spared }
}
