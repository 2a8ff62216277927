import { describe, expect, test } from 'vitest'
import { exponentOf, formats } from '#app/ui/formats.ts'
import { runs } from '#app/ui/chart-scale.ts'
import { timeLeft } from '#app/ui/progress.tsx'

const at = Date.parse('2026-03-02T23:30:00Z')

describe('formats', () => {
  test('shorten money by steps of their own, three figures at most, rounded before the step is chosen', () => {
    expect(formats('en').shortMoney(14_312_300, 'GBP')).toBe('£143K') // 143,123 pounds
    expect(formats('en').shortMoney(99_960_000, 'USD')).toBe('$1M') // 999,600 dollars: 1,000 thousand
    expect(formats('en').shortMoney(12_581_000, 'JPY')).toBe('¥12.6M')
    expect(formats('ja').shortMoney(12_581_000, 'JPY')).toBe('￥1,260万')
    expect(formats('ja').shortMoney(123_456_789, 'JPY')).toBe('￥1.23億')
    expect(formats('en').shortMoney(9_900, 'EUR')).toBe('€99')
  })

  test('write money from minor units by the exponent of its currency', () => {
    expect(exponentOf('JPY')).toBe(0)
    expect(exponentOf('EUR')).toBe(2)
    expect(exponentOf('KWD')).toBe(3)
    expect(formats('en').money(1_234_500, 'JPY')).toBe('JP¥1,234,500')
    expect(formats('en', 'UTC', 'JPY').money(1_234_500, 'JPY')).toBe('¥1,234,500')
    expect(formats('en', 'UTC', 'JPY').money(100, 'CNY')).toBe('CN¥1')
    expect(formats('en', 'UTC', 'USD').money(100, 'USD')).toBe('$1')
    expect(formats('en').money(1_234_550, 'EUR')).toBe('€12,345.50')
    expect(formats('ja').money(1_234_500, 'JPY')).toBe('￥1,234,500')
  })

  test('give an NPS its sign', () => {
    expect([37.4, -4, 0].map((value) => formats('en').signed(value))).toEqual(['+37', '−4', '0'])
  })

  test('write a share that is there but rounds to nothing as less than the least', () => {
    expect([0, 0.004, 0.005, 0.31, 1].map((share) => formats('en').percent(share))).toEqual(['0%', '<1%', '1%', '31%', '100%']) // prettier-ignore
    expect(formats('en').percent(0.0004, 1)).toBe('<0.1%')
    expect(formats('ja').percent(0.004)).toBe('1%未満')
  })

  test('date a moment in the zone asked for, and a day number in none', () => {
    expect(formats('en', 'Asia/Tokyo').date(at)).toBe('3 Mar 2026')
    expect(formats('en', 'Europe/Berlin').date(at)).toBe('3 Mar 2026')
    expect(formats('en', 'America/New_York').date(at)).toBe('2 Mar 2026')
    expect(formats('ja', 'Asia/Tokyo').dateTime(at)).toBe('2026/03/03 8:30')
    expect(formats('en', 'America/New_York').day(20_514)).toBe('2 Mar 2026') // 20514 × 86400 s = 2026-03-02
  })

  test('say how long ago in whole units', () => {
    const { relative } = formats('en')
    expect(relative(at - 90_000, at)).toBe('1 minute ago')
    expect(relative(at + 3 * 3_600_000, at)).toBe('in 3 hours')
    expect(relative(at - 26 * 3_600_000, at)).toBe('yesterday')
    expect(formats('ja').relative(at - 3 * 3_600_000, at)).toBe('3 時間前')
  })
})

test('a chart line breaks where a value is missing', () => {
  expect(runs([1, 2, null, 3, null, null, 4], (value) => value !== null)).toEqual([[1, 2], [3], [4]])
})

test('time left is guessed from the pace so far, and not before there is one', () => {
  expect(timeLeft({ done: 250, total: 1000, startedAt: 0, now: 10_000 })).toBe(30_000)
  expect(timeLeft({ done: 0, total: 1000, startedAt: 0, now: 10_000 })).toBeNull()
  expect(timeLeft({ done: 1000, total: 1000, startedAt: 0, now: 10_000 })).toBeNull()
})
