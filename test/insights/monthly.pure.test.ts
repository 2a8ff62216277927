import { expect, test } from 'vitest'
import { isLost, medianOf, nthWorkingDay, standingOf } from '#app/insights/monthly/monthly.ts'
import { dayOfIso, isoOfDay, isoOfMonth, monthOfIso } from '#app/platform/day.ts'
import { defaultWeek } from '#app/platform/working-time.ts'

const may = monthOfIso('2026-05')!
const days = (...isos: string[]) => new Set(isos.map((iso) => dayOfIso(iso)!))

test('the n-th working day leaves out weekends and holidays', () => {
  // May 2026: Friday the 1st works; 4, 5 and 6 are Japanese holidays.
  const off = days('2026-05-04', '2026-05-05', '2026-05-06')
  const of = (n: number) => isoOfDay(nthWorkingDay(may, n, { week: defaultWeek, off }))
  expect([of(1), of(2), of(3)]).toEqual(['2026-05-01', '2026-05-07', '2026-05-08'])
  expect(of(99)).toBe('2026-05-29') // the last one there is
  expect(isoOfDay(nthWorkingDay(may, 3, { week: defaultWeek.map(() => null), off }))).toBe('2026-05-03')
})

test('a month is written as year and month, and nothing else is one', () => {
  expect(isoOfMonth(may + 12)).toBe('2026-05')
  for (const wrong of ['2026-13', '2026-5', '2026-05-01', '', 'x']) expect(monthOfIso(wrong)).toBeNull()
})

test('the middle of counted values is the lower of two', () => {
  expect(medianOf([])).toBeNull()
  expect(medianOf([{ value: 7, n: 1 }])).toBe(7)
  // 1 1 1 5 9 9: between 1 and 5
  expect(medianOf([{ value: 9, n: 2 }, { value: 1, n: 3 }, { value: 5, n: 1 }])).toBe(1) // prettier-ignore
})

test('a score is above a target only when its whole interval is', () => {
  const score = { low: 8, high: 70, n: 20 }
  expect([8, 8.1, 70, 70.1].map((target) => standingOf(score, target))).toEqual([
    'above',
    'unclear',
    'unclear',
    'below',
  ])
  expect(standingOf({ ...score, n: 9 }, -100)).toBe('unclear')
  expect([standingOf(null, 5), standingOf(score, null)]).toEqual([null, null])
})

test('a stage that sounds like leaving is one, until somebody says which are', () => {
  expect(['Churned', '解約済み', 'Lost', 'Live', 'Renewal', null].map((stage) => isLost(stage, null))).toEqual([
    true, true, true, false, false, false,
  ]) // prettier-ignore
  expect([isLost('Churned', ['Gone']), isLost('Gone', ['Gone'])]).toEqual([false, true])
})
