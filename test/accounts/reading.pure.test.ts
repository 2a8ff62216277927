import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { emailAddress } from '#app/accounts/email-address.ts'
import { guessDelimiter } from '#app/accounts/import/delimiter.ts'
import { EncodingSniffer } from '#app/accounts/import/encoding.ts'
import { encodings } from '#app/accounts/import/encodings.ts'
import { KeyTable } from '#app/accounts/import/key-table.ts'
import { faultOf, guessMapping } from '#app/accounts/import/mapping.ts'
import { itemReader } from '#app/accounts/import/read-item.ts'
import { BrokenFile, readLines, type Line } from '#app/accounts/import/read-lines.ts'
import { readDate } from '#app/accounts/import/dates.ts'
import { readAmount, readDomain, readYesNo, toMinor } from '#app/accounts/import/values.ts'

const sniff = (...chunks: Uint8Array[]) => {
  const sniffer = new EncodingSniffer()
  for (const chunk of chunks) sniffer.push(chunk)
  return sniffer.verdict().encoding
}

async function* inPieces(content: Uint8Array, size: number) {
  for (let at = 0; at < content.length; at += size) yield Buffer.from(content.subarray(at, at + size))
}

async function lines(
  content: Uint8Array,
  form: Parameters<typeof readLines>[1] = { encoding: 'utf-8', delimiter: ',' },
  size = 7,
) {
  const all: Line[] = []
  for await (const some of readLines(inPieces(content, size), form)) all.push(...some)
  return all
}

describe('encoding', () => {
  test.each([
    ['plain ASCII', Buffer.from('a,b'), 'utf-8'],
    ['UTF-8', Buffer.from('会社名,氏名'), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from('\ufeff会社名'), 'utf-8'],
    ['Shift_JIS', iconv.encode('会社名,氏名\n株式会社①髙島,山﨑', 'cp932'), 'cp932'],
    ['half-width kana in Shift_JIS', iconv.encode('会社,ﾔﾏﾀﾞ', 'cp932'), 'cp932'],
    ['Windows-1252', iconv.encode('Société;Prénom\nAmérique;José', 'windows-1252'), 'windows-1252'],
    ['UTF-16 with a mark', iconv.encode('a,b', 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16 without a mark', iconv.encode('ab,cd', 'utf-16le'), 'utf-16le'],
    ['big-endian UTF-16', iconv.encode('a,b', 'utf-16be', { addBOM: true }), 'utf-16be'],
  ])('%s is recognised, in one piece or byte by byte', (_, content, encoding) => {
    expect(sniff(content)).toBe(encoding)
    expect(sniff(...[...content].map((byte) => Uint8Array.of(byte)))).toBe(encoding)
  })

  test('Japanese that follows a megabyte of ASCII is still seen', () => {
    expect(sniff(Buffer.alloc(1 << 20, 'a,b\n'), iconv.encode('株式会社', 'cp932'))).toBe('cp932')
  })
})

describe('lines', () => {
  test('Line numbers count the lines of the file, with quoted line breaks and blank lines', async () => {
    const all = await lines(Buffer.from('a,b\r\n\r\n1,"x\r\ny"\r\n2,z\r\n'))
    expect(all).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['1', 'x\r\ny'] },
      { line: 5, cells: ['2', 'z'] },
    ])
  })

  test('A file reads the same whatever pieces it comes in', async () => {
    const file = Buffer.from('\ufeffname,note\r\n山田,"a ""b"", c"\n髙島,\r\n')
    const whole = await lines(file, undefined, 10_000)
    for (let size = 1; size < 12; size++) expect(await lines(file, undefined, size)).toEqual(whole)
    expect(whole.map(({ cells }) => cells)).toEqual([
      ['name', 'note'],
      ['山田', 'a "b", c'],
      ['髙島', ''],
    ])
  })

  test('Any bytes in any encoding give lines or say where the file is broken', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(...encodings),
        fc.constantFrom(',', ';', '\t'),
        async (content, encoding, delimiter) => {
          sniff(content)
          try {
            const all = await lines(content, { encoding, delimiter: delimiter as ',' }, 64)
            const [header, ...rest] = all
            if (!header) return
            guessDelimiter(Buffer.from(content).toString())
            const mapping = Object.fromEntries(
              header.cells.map((_, i) => [
                i,
                ['email', 'name', 'arr', 'renewal_on', 'account_name', 'products'][i % 6]!,
              ]),
            )
            faultOf(guessMapping(header.cells, rest.map(({ cells }) => cells))) // prettier-ignore
            const read = itemReader(header.cells, mapping, { baseCurrency: 'JPY', owners: new Map() })
            for (const line of rest) read(line)
          } catch (error) {
            expect(error).toBeInstanceOf(BrokenFile)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

test.each([
  ['a,b;c\n1,2;3', ','],
  ['a;b;c\n1,5;2;3', ';'],
  ['a\tb, c\n1\t2\n', '\t'],
  ['"a;b;c;d",x\n1,2', ','],
  ['only one column', ','],
])('The delimiter of %j is %j', (text, delimiter) => {
  expect(guessDelimiter(text)).toBe(delimiter)
})

describe('columns', () => {
  test('Japanese headers are understood, however they are written', () => {
    const header = [
      '取引先名',
      '姓',
      '名',
      'セイ',
      'メイ',
      'メールアドレス',
      '部署',
      '役職',
      '電話番号',
      '担当者',
      '年間契約額',
      '更新日',
      '配信停止',
      '備考',
    ]
    expect(Object.values(guessMapping(header, []))).toEqual([
      'account_name',
      'family_name',
      'given_name',
      'family_kana',
      'given_kana',
      'email',
      'department',
      'title',
      'phone',
      'owner',
      'arr',
      'renewal_on',
      'unsubscribed',
    ])
    expect(guessMapping(['会社名', '氏名', 'ﾌﾘｶﾞﾅ', 'Ｅメール'], [])).toEqual({
      0: 'account_name',
      1: 'name',
      2: 'name_kana',
      3: 'email',
    })
  })

  test('English headers are understood, and a column of addresses by its values', () => {
    expect(
      guessMapping(
        ['Account Name', 'First Name', 'Last_Name', 'Contact', 'Owner Email'],
        [['Acme', 'Ann', 'Archer', 'ann@acme.example', 'csm@us.example']],
      ),
    ).toEqual({
      0: 'account_name',
      1: 'given_name',
      2: 'family_name',
      3: 'email',
      4: 'owner',
    })
  })

  test('"name" and "id" are the company’s in a list of companies, and the person’s in a list of people', () => {
    expect(guessMapping(['id', 'name', 'tier'], [])).toMatchObject({ 0: 'account_external_id', 1: 'account_name' })
    expect(guessMapping(['id', 'name', 'email'], [])).toMatchObject({ 0: 'external_id', 1: 'name' })
  })

  test('A title of whole sentences is not taken for a job title', () => {
    expect(
      guessMapping(
        ['author', 'title'],
        [
          ['R Deu', 'Adria Airways Business Class Lounge'],
          ['A Kar', 'Business Class - Larnaca Airport'],
        ],
      ),
    ).toEqual({ 0: 'name' })
  })

  test('Two columns of one meaning, or none that says who it is, are refused', () => {
    expect(faultOf({ 0: 'email', 1: 'email' })).toMatchObject({ code: 'field_twice', field: 'email' })
    expect(faultOf({})).toMatchObject({ code: 'nothing_mapped' })
    expect(faultOf({ 0: 'name', 1: 'phone' })).toMatchObject({ code: 'no_way_to_tell' })
    expect(faultOf({ 0: 'name', 1: 'account_name' })).toBeNull()
  })
})

describe('values', () => {
  test.each([
    ['2024-04-01', '2024-04-01'],
    ['2024/4/1', '2024-04-01'],
    ['2024年4月1日', '2024-04-01'],
    ['２０２４/０４/０１', '2024-04-01'],
    ['20240401', '2024-04-01'],
    ['2024-04-01T09:00:00Z', '2024-04-01'],
    ['13/04/2024', '2024-04-13'],
    ['04/13/2024', '2024-04-13'],
  ])('The date %s is %s', (text, iso) => expect(readDate(text)).toEqual({ value: iso }))

  test.each([
    ['01/02/2024', 'date_ambiguous'],
    ['2024-02-30', 'date_invalid'],
    ['soon', 'date_invalid'],
  ])('The date %s is refused as %s', (text, wrong) => expect(readDate(text)).toEqual({ wrong }))

  test.each([
    ['1,200,000', 'JPY', 1_200_000],
    ['¥1,200', 'JPY', 1200],
    ['￥１，２００', 'JPY', 1200],
    ['120万円', 'JPY', 1_200_000],
    ['1.5億', 'JPY', 150_000_000],
    ['$1,234.5', 'USD', 123_450],
    ['1.234,50 €', 'EUR', 123_450],
    ['EUR 12', 'EUR', 1200],
  ])('The amount %s is %s %i in minor units', (text, currency, minor) => {
    const read = readAmount(text)
    if ('wrong' in read) throw new Error(read.wrong)
    expect(read.value.currency ?? currency).toBe(currency)
    expect(toMinor(read.value.amount, currency)).toEqual({ value: minor })
  })

  test.each(['twelve', '-5', '1,2,3', '12..3', '(100)', '¥', '99999999999999999999'])(
    'The amount %s is refused',
    (text) => {
      const read = readAmount(text)
      expect('wrong' in read || 'wrong' in toMinor(read.value.amount, 'JPY')).toBe(true)
    },
  )

  test('Yen have no decimals', () => expect(toMinor('12.5', 'JPY')).toEqual({ wrong: 'money_digits' }))
  test('Yes, no and neither are told apart', () => {
    expect([readYesNo('はい'), readYesNo('0'), readYesNo('perhaps')]).toEqual([
      { value: true },
      { value: false },
      { wrong: 'yesno_unknown' },
    ])
  })
  test('A web address gives its domain', () =>
    expect(readDomain('https://www.Example.co.jp/about?x')).toEqual({ value: 'example.co.jp' }))

  test.each([
    'a@example.com',
    'first.last+tag@sub.example.co.jp',
    "o'neil@example.com",
    '田中@例え.jp',
    'a@b-c.example',
  ])('%s is an address', (text) => {
    expect(emailAddress(` ${text} `)).toBe(text)
  })
  test.each([
    '',
    'a',
    '@example.com',
    'a@',
    'a@b',
    'a..b@example.com',
    '.a@example.com',
    'a.@example.com',
    'a b@example.com',
    '"a"@example.com',
    'a@[127.0.0.1]',
    'a@-example.com',
    'a@example.123',
    `${'a'.repeat(65)}@example.com`,
    'a@example..com',
    'a@b@example.com',
    'a(c)@example.com',
    'a\n@example.com',
  ])('%j is none', (text) => {
    expect(emailAddress(text)).toBeNull()
  })
})

test('The key table tells 300,000 keys apart and forgets none', () => {
  const table = new KeyTable()
  for (let i = 0; i < 300_000; i++) table.set(`e person${i}@example.com`, i)
  for (let i = 0; i < 300_000; i += 7) expect(table.get(`e person${i}@example.com`)).toBe(i)
  expect(table.get('e nobody@example.com')).toBeUndefined()
})
