import { describe, expect, test } from 'vitest'
import { convert, readRate } from '#app/advocacy/rates/rate.ts'

describe('an amount in another currency', () => {
  test.each([
    // 12.50 USD: 1250 cents × 151.23 ÷ 100 = 1890.375 yen, which have no smaller unit
    [1_250, 'USD', 'JPY', '151.23', 1_890],
    // 0.5 exactly is rounded up: 1 cent × 50 ÷ 100 = 0.5
    [1, 'USD', 'JPY', '50', 1],
    [1, 'USD', 'JPY', '49.9999999999', 0],
    // 1,200,000 yen × 0.0066 = 7,920.00 dollars = 792,000 cents
    [1_200_000, 'JPY', 'USD', '0.0066', 792_000],
    // Kuwait has three places: 1.234 KWD × 3.25 = 4.0105 USD = 401.05 cents
    [1_234, 'KWD', 'USD', '3.25', 401],
    // 1.1 × 1.1 is 1.21, not 1.2100000000000002: 110 cents × 1.1 = 121 cents
    [110, 'EUR', 'USD', '1.1', 121],
    // 0.1 + 0.2 of floats: 30 cents × 0.1 = 3 cents
    [30, 'EUR', 'USD', '0.1', 3],
    // 2.675 is 2.67499… as a float, and rounds up as a decimal: 100 × 2.675 = 267.5
    [100, 'EUR', 'USD', '2.675', 268],
    // Digits that no float holds: 9,007,199,254,740,991 × 1
    [9_007_199_254_740_991, 'JPY', 'JPY', '1', 9_007_199_254_740_991],
  ])('%d of %s in %s at %s is %d', (minor, from, to, rate, worth) => {
    expect(convert(minor, from, to, rate)).toBe(worth)
  })

  test('what is more than a number holds is not known', () => {
    expect(convert(9_007_199_254_740_991, 'JPY', 'USD', '1')).toBeNull()
  })

  test('a thousand small deals add up to what one large one is, where nothing is rounded', () => {
    const each = convert(3, 'EUR', 'USD', '1.1')! // 3.3 → 3
    expect(each).toBe(3)
    const exact = Array.from({ length: 1_000 }, () => convert(10, 'EUR', 'USD', '1.1')!)
    expect(exact.reduce((sum, one) => sum + one, 0)).toBe(convert(10_000, 'EUR', 'USD', '1.1'))
  })
})

test.each([
  ['151.230', '151.23'],
  ['0151', '151'],
  ['1,234.5', '1234.5'],
  ['１５０．５', '150.5'],
  [' 0.0066 ', '0.0066'],
  ['0', null],
  ['0.0000000000', null],
  ['-1', null],
  ['1e3', null],
  ['1.12345678901', null],
  ['12345678901', null],
  ['1.', null],
  ['', null],
  ['Infinity', null],
])('the rate “%s” is %s', (text, rate) => expect(readRate(text)).toBe(rate))
