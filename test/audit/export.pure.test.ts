import iconv from 'iconv-lite'
import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { ExportColumn, Show } from '#app/audit/export/export-list.ts'
import { auditedFilter } from '#app/audit/export/export-list.ts'
import { rowWriter } from '#app/audit/export/write-rows.server.ts'
import { disarm, undoDisarm } from '#app/platform/formula.ts'
import { attachment } from '#app/platform/http/attachment.ts'
import { isoInZone } from '#app/platform/iso-in-zone.ts'
import { fitShiftJis } from '#app/platform/shift-jis.server.ts'
import { translator } from '#app/platform/words.ts'
import { majorOf } from '#app/ui/formats.ts'

const show: Show = { t: translator('en'), locale: 'en', iso: () => null, day: () => null }
interface Row {
  text: string | null
  amount: number | null
  sure: boolean
}
const columns: ExportColumn<Row>[] = [
  { key: 'text', head: { en: 'Text', ja: '文章' }, value: (row) => row.text },
  { key: 'amount', head: { en: 'Amount', ja: '金額' }, value: (row) => row.amount },
  { key: 'sure', head: { en: 'Sure', ja: '確実' }, value: (row) => row.sure },
]
const row = (text: string | null, amount: number | null = null): Row => ({ text, amount, sure: true })

function fileOf(format: 'csv' | 'sjis' | 'json', rows: Row[], t = show.t) {
  const writer = rowWriter(format, columns, { ...show, t })
  return { writer, bytes: Buffer.concat([writer.head(), writer.rows(rows), writer.rows([]), writer.foot()]) }
}

test('text that a spreadsheet would run is led by a quote, numbers stay numbers', () => {
  for (const hostile of ['=1+1', '+81 3', '-x', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠A', "'=1"])
    expect(disarm(hostile)).toBe(`'${hostile}`)
  for (const plain of ['', 'a=b', "'quoted'", ' =1', '1-2', '・', 'ー', '"=1"']) expect(disarm(plain)).toBe(plain)
  const { bytes } = fileOf('csv', [row('-5', -5), row('=cmd|" /C calc"!A0', 0.5)])
  expect(bytes.toString()).toBe('\ufeffText,Amount,Sure\r\n\'-5,-5,Yes\r\n"\'=cmd|"" /C calc""!A0",0.5,Yes\r\n')
})

test('undoing gives back whatever was disarmed, and leaves other text alone', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '＝', '－', 'a'))
      .map((signs) => signs.join('')),
  )
  fc.assert(fc.property(text, (given) => undoDisarm(disarm(given)) === given))
  fc.assert(fc.property(text, (given) => !/^[=+\-@\t\r\n＝＋－＠]/.test(disarm(given))))
  expect(undoDisarm("'tis")).toBe("'tis")
})

test('any text comes back from the CSV as it was, undone, and from the JSON', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (texts) => {
      const rows = texts.map((text) => row(text.toWellFormed()))
      const cells = parse(fileOf('csv', rows).bytes, { bom: true, from_line: 2, record_delimiter: '\r\n' })
      expect(cells.map(([cell]) => undoDisarm(cell!))).toEqual(rows.map(({ text }) => text))
      expect(JSON.parse(fileOf('json', rows).bytes.toString())).toEqual(rows)
    }),
    { numRuns: 40 },
  )
})

test('UTF-8 begins with its mark, Shift_JIS does not, and JSON of nothing is an empty list', () => {
  expect(fileOf('csv', []).bytes.toString('hex')).toMatch(/^efbbbf/)
  const { bytes } = fileOf('sjis', [row('声')], translator('ja'))
  expect(bytes.subarray(0, 4).toString('hex')).toBe(iconv.encode('文章', 'cp932').toString('hex'))
  expect(iconv.decode(bytes, 'cp932')).toBe('文章,金額,確実\r\n声,,はい\r\n')
  expect(JSON.parse(fileOf('json', []).bytes.toString())).toEqual([])
})

test('what Shift_JIS lacks becomes 〓 and is counted by character and by row', () => {
  const { writer, bytes } = fileOf('sjis', [row('𠮷野家 😀'), row('髙﨑①㈱ﾊﾝｶｸ'), row('café')])
  expect(iconv.decode(bytes, 'cp932').split('\r\n').slice(1, 4)).toEqual([
    '〓野家 〓,,Yes',
    '髙﨑①㈱ﾊﾝｶｸ,,Yes',
    'caf〓,,Yes',
  ])
  expect([writer.replaced, writer.replacedRows]).toEqual([3, 2])
})

test('the same sign under another number is no loss: wave dash, minus, yen, a voiced kana in two parts', () => {
  expect(fitShiftJis('10〜20 −5 ¥100 か\u3099')).toEqual({ text: '10～20 －5 ￥100 が', replaced: 0 })
})

test('a sign that becomes a full-width minus on the way to Shift_JIS is disarmed as well', () => {
  expect(iconv.decode(fileOf('sjis', [row('−1+cmd')]).bytes, 'cp932')).toContain("'－1+cmd")
})

test('instants are written in the zone with its offset of that day', () => {
  const tokyo = isoInZone('Asia/Tokyo')
  expect(tokyo(Date.parse('2026-03-02T01:00:00Z'))).toBe('2026-03-02T10:00:00+09:00')
  const newYork = isoInZone('America/New_York')
  expect(newYork(Date.parse('2026-03-08T06:59:59Z'))).toBe('2026-03-08T01:59:59-05:00')
  expect(newYork(Date.parse('2026-03-08T07:00:00Z'))).toBe('2026-03-08T03:00:00-04:00')
  expect(isoInZone('Asia/Kathmandu')(0)).toBe('1970-01-01T05:30:00+05:30')
})

test('money is in major units by the exponent of its currency', () => {
  expect(majorOf(12345, 'USD')).toBe(123.45)
  expect(majorOf(12345, 'JPY')).toBe(12345)
  expect(majorOf(null, 'JPY')).toBeNull()
})

test('the audit keeps codes and ids of a filter, and of typed text only that it was there', () => {
  expect(
    auditedFilter({
      q: 'Mori Hana',
      tag: 'mori',
      class: 'low',
      from: 20_000,
      after: 'x',
      limit: 50,
      account: undefined,
    }),
  ).toEqual({ q: true, tag: true, class: 'low', from: 20_000 })
})

test('a Japanese file name goes beside a plain one', () => {
  expect(attachment('回答-2026-03-02.csv')).toBe(
    `attachment; filename="_-2026-03-02.csv"; filename*=UTF-8''%E5%9B%9E%E7%AD%94-2026-03-02.csv`,
  )
})
