import { expect, test } from 'vitest'
import { policyInput, rowsOf, targetOf, wrongIn } from '#app/cases/sla/policy.ts'
import { effectOf, recast, type Recastable } from '#app/cases/sla/recast.ts'
import { defaultWeek, type WorkingCalendar } from '#app/platform/working-time.ts'

/** All times of Tokyo; 2 March 2026 is a Monday. */
const at = (time: string) => Date.parse(`${time}+09:00`)
const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString())
const tokyo: WorkingCalendar = { zone: 'Asia/Tokyo', week: defaultWeek, off: new Set() }

const hours = (reply: number, resolve: number) => ({ reply: String(reply), resolve: String(resolve) })
const row = (tier: string, reply: number, resolve: number) => ({
  tier,
  urgent: hours(reply, resolve),
  high: hours(reply, resolve),
  normal: hours(reply, resolve),
  low: hours(reply, resolve),
})

test('a tier has its own row, every other the one of all', () => {
  const rows = rowsOf(policyInput.parse({ base: 0, rows: [row('', 8, 40), row('Enterprise', 0.5, 16)] }).rows)
  expect(targetOf(rows, 'Enterprise', 'high')).toEqual({ replyMinutes: 30, resolveMinutes: 960 })
  for (const tier of ['Standard', '', null])
    expect(targetOf(rows, tier, 'high')).toEqual({ replyMinutes: 480, resolveMinutes: 2400 })
})

test('a table is refused where a resolution is due before a reply, a tier stands twice, or a time is out of all reason', () => {
  const wrong = (rows: unknown) => wrongIn(policyInput.parse({ base: 0, rows }).rows)
  expect(wrong([row('', 8, 8), row('A', 1, 2)])).toEqual({})
  expect(wrong([row('', 8, 4)])).toMatchObject({ 'rows[0].low.resolve': 'sla_resolve_first' })
  expect(wrong([row('', 8, 40), row('A', 1, 2), row('A', 1, 2)])).toEqual({ 'rows[2].tier': 'sla_tier_twice' })
  expect(wrong([row('A', 8, 40)])).toEqual({ 'rows[0].tier': 'sla_tier' })
  for (const reply of [0, -1, 0.1, 481, NaN])
    expect(policyInput.safeParse({ base: 0, rows: [row('', reply, 480)] }).success).toBe(false)
})

const open = (over: Partial<Recastable> = {}): Recastable => ({
  state: 'working',
  tier: null,
  severity: 'normal',
  openedAt: at('2026-03-02T10:00'),
  resolveDueAt: at('2026-03-09T10:00'),
  pauses: [],
  waiting: [{ id: 'cpe_1', clockFrom: at('2026-03-02T10:00'), severity: 'normal', replyDueAt: at('2026-03-03T10:00') }],
  ...over,
})
const table = (reply: number, resolve: number) => rowsOf(policyInput.parse({ base: 0, rows: [row('', reply, resolve)] }).rows) // prettier-ignore

test('another policy counts from when each clock began', () => {
  const after = recast(open(), table(4, 16), tokyo)
  expect(after.replies).toEqual([{ id: 'cpe_1', replyDueAt: at('2026-03-02T14:00') }])
  expect(iso(after.resolveDueAt)).toBe(iso(at('2026-03-04T10:00')))
  // A pause of 8 h counts as it did.
  const pause = { fromAt: at('2026-03-02T12:00'), toAt: at('2026-03-03T12:00') }
  expect(iso(recast(open({ pauses: [pause] }), table(4, 16), tokyo).resolveDueAt)).toBe(iso(at('2026-03-05T10:00')))
  // What is resolved keeps what was promised; a case from before there was a promise gets one.
  expect(recast(open({ state: 'resolved' }), table(4, 16), tokyo).resolveDueAt).toBe(at('2026-03-09T10:00'))
  expect(iso(recast(open({ resolveDueAt: null }), table(4, 16), tokyo).resolveDueAt)).toBe(iso(at('2026-03-04T10:00')))
})

test('each who waits is promised what their own answer was, and whose answer is not known keeps what was', () => {
  const rows = [...table(8, 40).filter((one) => one.severity !== 'urgent'), { tier: '', severity: 'urgent' as const, replyMinutes: 60, resolveMinutes: 480 }] // prettier-ignore
  const [one] = open().waiting
  const of = open({ severity: 'urgent', waiting: [one!, { ...one!, id: 'cpe_2', severity: 'urgent' }, { ...one!, id: 'cpe_3', severity: null, replyDueAt: 7 }] }) // prettier-ignore
  const after = recast(of, rows, tokyo)
  expect(after.replies.map((reply) => reply.replyDueAt)).toEqual([at('2026-03-03T10:00'), at('2026-03-02T11:00'), 7])
  expect(iso(after.resolveDueAt)).toBe(iso(at('2026-03-03T10:00')))
})

test('what it does to a case is said as its people would', () => {
  const says = (of: Recastable, reply: number, resolve: number, now: string) =>
    effectOf(of, recast(of, table(reply, resolve), tokyo), at(now))
  const now = '2026-03-02T15:00'
  expect(says(open(), 8, 40, now)).toEqual({ moves: 'same', late: false })
  expect(says(open(), 16, 40, now)).toEqual({ moves: 'later', late: false })
  expect(says(open(), 6, 40, now)).toEqual({ moves: 'earlier', late: false }) // 16:00
  expect(says(open(), 4, 40, now)).toEqual({ moves: 'earlier', late: true }) // 14:00
  expect(says(open(), 4, 80, now)).toEqual({ moves: 'earlier', late: true }) // one earlier, the other later
  // What was late before does not become so.
  expect(says(open(), 4, 40, '2026-03-03T11:00')).toEqual({ moves: 'earlier', late: false })
  // The clock of a case that waits for its customer stands: nothing of it is late before it goes on.
  const waits = open({ state: 'waiting', waiting: [], pauses: [{ fromAt: at('2026-03-02T12:00'), toAt: null }] })
  expect(says(waits, 4, 1, '2026-03-05T11:00')).toEqual({ moves: 'earlier', late: false })
})
