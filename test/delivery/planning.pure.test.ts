import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultRules } from '#app/delivery/default-rules.ts'
import { judge, skipOrder, takeTurns, type PlanFacts, type ProgramPace } from '#app/delivery/planning.ts'
import { DAY } from '#app/platform/day.ts'
import { skipReasons, type ContactRules, type SkipReason, type WaitReason } from '#db/enums/delivery.ts'

const now = Date.parse('2026-03-02T01:00:00Z')
const program: ProgramPace = { minIntervalDays: 80, outsideRules: false, kind: 'relationship' }
const rules: ContactRules = {
  ...defaultRules,
  tiers: { gold: { betweenDays: 30, accountPeople: 2, accountDays: 90 } },
}
const fine: PlanFacts = {
  left: false,
  isTest: false,
  isInternal: false,
  hasEmail: true,
  suppressed: false,
  unsubscribed: false,
  halved: false,
  vetoed: false,
  held: null,
  tier: null,
  lastInvitedAt: null,
  lastReachedAt: null,
}
const of = (facts: Partial<PlanFacts>, over: Partial<ProgramPace> = {}) =>
  judge({ ...fine, ...facts }, { ...program, ...over }, rules, now)

const lasting: Record<SkipReason, Partial<PlanFacts>> = {
  no_email: { hasEmail: false },
  suppressed: { suppressed: true },
  unsubscribed: { unsubscribed: true },
  test_contact: { isTest: true },
  left: { left: true },
  internal: { isInternal: true },
  vetoed: { vetoed: true },
}

/** Days ago of the last invitation by this program, by any; from when on, in days from now. */
const passing: [Exclude<WaitReason, 'account_full' | 'outside_hours'>, Partial<PlanFacts>, number | null][] = [
  ['held', { held: { until: null } }, null],
  ['held', { held: { until: now + 3 * DAY } }, 3],
  ['invited_recently', { lastInvitedAt: now - 79 * DAY, lastReachedAt: now - 79 * DAY }, 1], // 80 - 79
  ['asked_less', { halved: true, lastInvitedAt: now - 100 * DAY, lastReachedAt: now - 100 * DAY }, 60], // 2 × 80 - 100
  ['asked_elsewhere', { lastReachedAt: now - 4 * DAY }, 10], // 14 - 4
  ['asked_elsewhere', { tier: 'gold', lastReachedAt: now - 4 * DAY }, 26], // 30 - 4: gold has a pace of its own
  ['asked_elsewhere', { halved: true, lastReachedAt: now - 4 * DAY }, 24], // 2 × 14 - 4
  ['asked_elsewhere', { lastInvitedAt: now - 79 * DAY, lastReachedAt: now - 4 * DAY }, 10], // the later of 1 and 10
  ['invited_recently', { lastInvitedAt: now - 50 * DAY, lastReachedAt: now - 4 * DAY }, 30], // the later of 30 and 10
]

describe('who is invited', () => {
  it('invites somebody against whom nothing speaks', () => {
    expect(of({})).toEqual({ kind: 'invite' })
  })

  it.each(skipReasons)('reaches the lasting reason %s by one fact alone', (reason) => {
    expect(of(lasting[reason])).toEqual({ kind: 'skip', reason })
  })

  it.each(passing)('waits for %s with %j until it passes, in %s days', (reason, facts, days) => {
    expect(of(facts)).toEqual({ kind: 'wait', reason, until: days === null ? null : now + days * DAY })
  })

  it('asks again exactly on the day on which an interval ends', () => {
    expect(of({ lastInvitedAt: now - 80 * DAY, lastReachedAt: now - 80 * DAY })).toEqual({ kind: 'invite' })
    expect(of({ lastInvitedAt: now - 80 * DAY + 1, lastReachedAt: now - 80 * DAY + 1 }).kind).toBe('wait')
  })

  it('lets a program outside the rules ask whoever another has asked', () => {
    expect(of({ lastReachedAt: now - DAY }, { outsideRules: true })).toEqual({ kind: 'invite' })
    expect(of({ lastInvitedAt: now - DAY }, { outsideRules: true }).kind).toBe('wait')
  })

  it('keeps 90 days for those who want half as many, where a program would ask every time', () => {
    const each = { minIntervalDays: 0, outsideRules: true } satisfies Partial<ProgramPace>
    expect(of({ halved: true, lastInvitedAt: now - 89 * DAY }, each)).toMatchObject({ until: now + DAY })
    expect(of({ lastInvitedAt: now }, each)).toEqual({ kind: 'invite' })
  })

  it.each(['constructor', 'toString', '__proto__'])(
    'takes a tier that is called %s for one without a pace of its own',
    (tier) => {
      expect(of({ tier, lastReachedAt: now - 4 * DAY })).toMatchObject({ until: now + 10 * DAY })
    },
  )

  it('tells the first lasting reason in a fixed order, before anything that passes', () => {
    expect([...skipOrder].sort()).toEqual([...skipReasons].sort())
    fc.assert(
      fc.property(fc.subarray([...skipReasons], { minLength: 1 }), fc.boolean(), (reasons, held) => {
        const facts = Object.assign({}, ...reasons.map((one) => lasting[one]), held && { held: { until: null } })
        expect(of(facts as Partial<PlanFacts>)).toEqual({
          kind: 'skip',
          reason: skipOrder.find((one) => reasons.includes(one)),
        })
      }),
    )
  })
})

describe('turns in an account', () => {
  const two = { accountPeople: 2, accountDays: 90 }
  const turns = (reached: [string, number][], candidates: string[], pace = two) => [
    ...takeTurns(
      pace,
      reached.map(([contactId, daysAgo]) => ({ contactId, at: now - daysAgo * DAY })),
      candidates,
      now,
    ),
  ]

  it('lets the first go until the places are taken, and the others wait for the oldest to be over', () => {
    expect(turns([], ['a', 'b', 'c'])).toEqual([['a', null], ['b', null], ['c', now + 90 * DAY]]) // prettier-ignore
    expect(turns([['x', 60]], ['a', 'b'])).toEqual([
      ['a', null],
      ['b', now + 30 * DAY],
    ]) // x is over in 90 - 60
    expect(turns([['x', 60], ['y', 10]], ['a'])).toEqual([['a', now + 30 * DAY]]) // prettier-ignore
  })

  it('takes no new place for somebody who has one, and asks them again only when nobody waits', () => {
    expect(turns([['x', 60], ['y', 10]], ['a', 'y'])).toEqual([['a', now + 30 * DAY], ['y', now + 30 * DAY]]) // prettier-ignore
    expect(turns([['x', 60], ['y', 10]], ['y', 'a'])).toEqual([['y', null], ['a', now + 30 * DAY]]) // prettier-ignore
  })

  it('forgets whoever was asked before the period, and waits for several when there are too many', () => {
    expect(turns([['x', 90], ['y', 89]], ['a'])).toEqual([['a', null]]) // prettier-ignore
    expect(turns([['x', 80], ['y', 70], ['z', 60]], ['a'])).toEqual([['a', now + 20 * DAY]]) // prettier-ignore
    // There were three before the rule: one of them again would keep it at three for ever.
    expect(turns([['x', 80], ['y', 70], ['z', 60]], ['x'])).toEqual([['x', now + 20 * DAY]]) // prettier-ignore
  })

  it('never holds more people in a period than it may, whatever was asked when', () => {
    const people = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 1, max: 120 })))
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 4 }), (before, accountPeople) => {
        const pace = { accountPeople, accountDays: 90 }
        const known = new Set<string>(before.filter(([, ago]) => ago < 90).map(([id]) => id))
        const went = turns(before, ['f', 'g', 'h', 'i', 'a'], pace)
        const fresh = went.filter(([id, until]) => until === null && !known.has(id))
        expect(known.size + fresh.length).toBeLessThanOrEqual(Math.max(known.size, accountPeople))
        for (const [, until] of went) if (until !== null) expect(until).toBeGreaterThan(now)
      }),
    )
  })
})
