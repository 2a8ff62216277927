import { expect, test } from 'vitest'
import { percentile } from '#app/statistics/percentile.ts'

test('nearest rank: the ⌈n · p / 100⌉th in order, always a value that was measured', () => {
  const five = [15, 20, 35, 40, 50]
  // ⌈5 · 0.3⌉ = 2nd, ⌈5 · 0.4⌉ = 2nd, ⌈5 · 0.5⌉ = 3rd, 5th: the example of Wikipedia, "Percentile", nearest rank.
  expect([30, 40, 50, 100].map((p) => percentile(five, p))).toEqual([20, 20, 35, 50])
  const ten = Array.from({ length: 10 }, (_, i) => i + 1)
  expect([50, 90].map((p) => percentile(ten, p))).toEqual([5, 9])
  // ⌈11 · 0.9⌉ = ⌈9.9⌉ = 10th.
  expect(percentile([...ten, 11], 90)).toBe(10)
  expect(percentile([7], 90)).toBe(7)
  expect(percentile([], 50)).toBeNull()
})
