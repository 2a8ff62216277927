import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DateEvidence, readDate, readDateTime } from '#app/accounts/import/dates.ts'
import type { DateOrder } from '#app/accounts/import/form.ts'
import { NumberEvidence, plainNumber } from '#app/accounts/import/numbers.ts'
import { readAmount } from '#app/accounts/import/values.ts'
import { isoOfDay } from '#app/platform/day.ts'

describe('dates', () => {
  test.each([
    ['2026-05-03', '2026-05-03'],
    ['2026/5/3 9:05', '2026-05-03'],
    ['2026-05-03T23:59:59.123Z', '2026-05-03'],
    ['2026-05-03 23:59:59+09:00', '2026-05-03'],
    ['2026. 5. 3', '2026-05-03'],
    ['2026年5月3日', '2026-05-03'],
    ['2026年 5月 3日（日）', '2026-05-03'],
    ['２０２６年５月３日', '2026-05-03'],
    ['2026年5月3日 午後3時15分', '2026-05-03'],
    ['令和8年5月3日', '2026-05-03'],
    ['令和８年５月３日', '2026-05-03'],
    ['㋿8年5月3日', '2026-05-03'],
    ['令和元年5月1日', '2019-05-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['平成34年3月31日', '2022-03-31'], // written before the era ended
    ['昭和64年1月7日', '1989-01-07'],
    ['大正15年12月25日', '1926-12-25'],
    ['R8.5.3', '2026-05-03'],
    ['R08/05/03', '2026-05-03'],
    ['H31.4.30', '2019-04-30'],
    ['s63-12-1', '1988-12-01'],
    ['20260503', '2026-05-03'],
    ['3 May 2026', '2026-05-03'],
    ['3-May-26', '2026-05-03'],
    ['03-MAY-2026 14:30', '2026-05-03'],
    ['3rd May 2026', '2026-05-03'],
    ['May 3, 2026', '2026-05-03'],
    ['Sept. 3, 2026', '2026-09-03'],
    ['Sun, 3 May 2026 10:00:00 GMT', '2026-05-03'],
    ['46145', '2026-05-03'], // days since 1899-12-30
    ['46145.5', '2026-05-03'],
    ['13/05/2026', '2026-05-13'],
    ['05/13/2026', '2026-05-13'],
    ['5/5/2026', '2026-05-05'],
    ['31.12.99', '1999-12-31'],
  ])('%s is %s', (text, day) => expect(readDate(text)).toEqual({ value: day }))

  test.each([
    ['3/4/2026', 'date_ambiguous'],
    ['03.04.26', 'date_ambiguous'],
    ['26/05/03', 'date_ambiguous'],
    ['31/31/2026', 'date_invalid'],
    ['令和0年1月1日', 'date_invalid'],
    ['2026-02-29', 'date_invalid'],
    ['0000-00-00', 'date_invalid'],
    ['3 Mai 2026', 'date_invalid'],
    ['99999', 'date_invalid'],
    ['2026-05-03 tomorrow', 'date_invalid'],
    ['', 'date_invalid'],
  ])('%s by itself is refused as %s', (text, wrong) => expect(readDate(text)).toEqual({ wrong }))

  test.each<[string, DateOrder, object]>([
    ['3/4/2026', 'dmy', { value: '2026-04-03' }],
    ['3/4/2026', 'mdy', { value: '2026-03-04' }],
    ['26/05/03', 'ymd', { value: '2026-05-03' }],
    ['26/05/03', 'dmy', { value: '2003-05-26' }],
    ['4/13/2026', 'dmy', { wrong: 'date_order' }],
    ['2026-04-13', 'mdy', { value: '2026-04-13' }],
  ])('%s in a column of %s is read by that order', (text, order, read) => expect(readDate(text, order)).toEqual(read))

  test.each([
    ['2026-05-03 09:05', { minutes: 545, offset: null }],
    ['2026/5/3 9:05 PM', { minutes: 1265, offset: null }],
    ['2026年5月3日 午後9時5分', { minutes: 1265, offset: null }],
    ['2026-05-03T00:00:00Z', { minutes: 0, offset: 0 }],
    ['2026-05-03 12:00:00 -0430', { minutes: 720, offset: -270 }],
    ['46145.75', { minutes: 1080, offset: null }],
    ['2026-05-03', null],
  ])('%s has the time %j', (text, time) => expect(readDateTime(text)).toMatchObject({ value: { time } }))

  const evidence = (texts: string[]) => {
    const found = new DateEvidence()
    texts.forEach((text) => found.see(text))
    return found.verdict()
  }
  test('One day above twelve settles the order of a whole column', () => {
    expect(evidence(['3/4/2026', '1/2/2026', '25/4/2026'])).toEqual({ order: 'dmy', because: '25/4/2026' })
    expect(evidence(['3/4/2026', '4/25/2026'])).toEqual({ order: 'mdy', because: '4/25/2026' })
    expect(evidence(['26/04/03', '98/12/31'])).toMatchObject({ order: 'ymd' })
  })
  test('A column that fits two orders, or none, is asked about', () => {
    expect(evidence(['3/4/2026', '1/2/2026'])).toEqual({ ask: '3/4/2026' })
    expect(evidence(['3/4/2026', '25/4/2026', '4/25/2026'])).toEqual({ ask: '3/4/2026' })
  })
  test('A column of plain dates has nothing to tell', () => {
    expect(evidence(['2026-04-03', '令和8年5月3日', '5/5/2026', '46145'])).toBeNull()
  })

  test('Every day written in any order is read as that day once the column says which', () => {
    const days = fc.integer({ min: -20_000, max: 60_000 }).map(isoOfDay)
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 30 }), fc.constantFrom('dmy', 'mdy'), (all, order) => {
        const written = all.map((iso) => {
          const [y, m, d] = iso.split('-').map(Number)
          return order === 'dmy' ? `${d}/${m}/${y}` : `${m}/${d}/${y}`
        })
        const verdict = evidence(written)
        if (!verdict) expect(written.map((text) => readDate(text))).toEqual(all.map((value) => ({ value })))
        else if ('order' in verdict) {
          expect(verdict.order).toBe(order)
          expect(written.map((text) => readDate(text, verdict.order))).toEqual(all.map((value) => ({ value })))
        }
      }),
    )
  })
  test('No text at all makes the reader throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void [readDate(text), readDateTime(text, 'dmy')]))
  })
})

describe('numbers', () => {
  test.each([
    ['1,234.50', null, '1234.50'],
    ['1.234,50', null, '1234.50'],
    ['1 234,50', null, '1234.50'],
    ['1\u202f234,50', null, '1234.50'],
    ['1\u00a0234\u00a0567', null, '1234567'],
    ['1’234.50', null, '1234.50'],
    ['１，２３４．５０', null, '1234.50'],
    ['(1,234)', null, '-1234'],
    ['△1,234', null, '-1234'],
    ['1,234-', null, '-1234'],
    ['−12', null, '-12'],
    ['1,234', null, '1234'],
    ['1.234', null, 'ambiguous'],
    ['1.234', 'comma', '1234'],
    ['1.234', 'point', '1.234'],
    ['1,5', null, '1.5'],
    ['0.125', null, '0.125'],
    ['12,34,567', null, null],
    ['1.2.3', null, null],
    ['１２３４５', null, '12345'],
  ] as const)('%s in style %s is %s', (text, style, number) => expect(plainNumber(text, style)).toBe(number))

  test.each([
    ['¥1,234', '1234', 'JPY'],
    ['1,234円', '1234', 'JPY'],
    ['￥１２０万', '1200000', 'JPY'],
    ['3百万円', '3000000', 'JPY'],
    ['1.5億円', '150000000', 'JPY'],
    ['1 234,50 €', '1234.50', 'EUR'],
  ])('The amount %s is %s %s', (text, amount, currency) =>
    expect(readAmount(text)).toEqual({ value: { amount, currency } }),
  )
  test.each([
    ['(1,234)', 'money_negative'],
    ['▲120万円', 'money_negative'],
    ['1.200', 'money_ambiguous'],
    ['1..2', 'money_invalid'],
  ])('The amount %s is refused as %s', (text, wrong) => expect(readAmount(text)).toEqual({ wrong }))

  const evidence = (texts: string[]) => {
    const found = new NumberEvidence()
    texts.forEach((text) => found.see(text))
    return found.verdict()
  }
  test('One number with decimals settles a whole column', () => {
    expect(evidence(['1.200', '€ 1.234,50'])).toEqual({ style: 'comma', because: '€ 1.234,50' })
    expect(evidence(['1,200', '1,234.50'])).toEqual({ style: 'point', because: '1,234.50' })
    expect(evidence(['1.200', '3.400 €'])).toEqual({ style: 'comma' })
    expect(evidence(['1200', '3400'])).toBeNull()
    expect(evidence(['1,200', '1.200'])).toBeNull()
  })
})
