import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reasonOrder, skipReason, type PlanFacts } from '#app/delivery/planning.ts'
import { DAY } from '#app/platform/day.ts'
import { skipReasons, type SkipReason } from '#db/enums/delivery.ts'

const now = Date.parse('2026-03-02T01:00:00Z')
const program = { minIntervalDays: 80 }
const fine: PlanFacts = {
  left: false,
  isTest: false,
  isInternal: false,
  hasEmail: true,
  suppressed: false,
  unsubscribed: false,
  halved: false,
  vetoed: false,
  held: false,
  lastInvitedAt: null,
}

const alone: Record<SkipReason, Partial<PlanFacts>> = {
  no_email: { hasEmail: false },
  suppressed: { suppressed: true },
  unsubscribed: { unsubscribed: true },
  held: { held: true },
  asked_less: { halved: true, lastInvitedAt: now - 100 * DAY },
  invited_recently: { lastInvitedAt: now - 79 * DAY },
  test_contact: { isTest: true },
  left: { left: true },
  internal: { isInternal: true },
  vetoed: { vetoed: true },
}

describe('who is invited', () => {
  it('invites somebody against whom nothing speaks', () => {
    expect(skipReason(fine, program, now)).toBeNull()
  })

  it.each(skipReasons)('reaches the reason %s by one fact alone', (reason) => {
    expect(skipReason({ ...fine, ...alone[reason] }, program, now)).toBe(reason)
  })

  it('has one rule for every reason and tells each once', () => {
    expect([...reasonOrder].sort()).toEqual([...skipReasons].sort())
  })

  it('tells the first reason that fits, whatever else fits', () => {
    fc.assert(
      fc.property(fc.subarray([...skipReasons], { minLength: 1 }), (given) => {
        const facts = given.reduce((all, reason) => ({ ...all, ...alone[reason] }), fine)
        expect(skipReason(facts, program, now)).toBe(reasonOrder.find((reason) => given.includes(reason)))
      }),
    )
  })

  it('invites again on the day the interval has passed', () => {
    expect(skipReason({ ...fine, lastInvitedAt: now - 80 * DAY + 1 }, program, now)).toBe('invited_recently')
    expect(skipReason({ ...fine, lastInvitedAt: now - 80 * DAY }, program, now)).toBeNull()
  })

  it('waits twice as long for somebody who wants half as many', () => {
    const person = { ...fine, lastInvitedAt: now - 100 * DAY }
    expect(skipReason(person, program, now)).toBeNull()
    expect(skipReason({ ...person, halved: true }, program, now)).toBe('asked_less')
    expect(skipReason({ ...person, halved: true, lastInvitedAt: now - 160 * DAY }, program, now)).toBeNull()
  })

  it('invites every time when the interval is nothing', () => {
    expect(skipReason({ ...fine, lastInvitedAt: now }, { minIntervalDays: 0 }, now)).toBeNull()
  })

  it('waits 90 days for somebody who wants half as many of what is sent every time', () => {
    const person = { ...fine, halved: true, lastInvitedAt: now - 90 * DAY + 1 }
    expect(skipReason(person, { minIntervalDays: 0 }, now)).toBe('asked_less')
    expect(skipReason({ ...person, lastInvitedAt: now - 90 * DAY }, { minIntervalDays: 0 }, now)).toBeNull()
  })
})
