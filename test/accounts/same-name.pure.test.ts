import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressKey, companyKey, personKey } from '#app/accounts/same-name.ts'

describe('names of one company', () => {
  it.each([
    ['東京商事', ['株式会社東京商事', '東京商事株式会社', '㈱東京商事', '(株)東京商事', '（株）　東京商事', '東京商事㈱', '株式会社 東京 商事', '東京商事(有)']],
    ['ソニーグループ', ['ｿﾆｰｸﾞﾙｰﾌﾟ', '株式会社ソニーグループ', 'ソニー・グループ㈱', 'そにーぐるーぷ']],
    ['ＡＢＣシステムズ', ['abcシステムズ', 'ABC システムズ株式会社', '株式会社ａｂｃしすてむず', 'A.B.C. システムズ']],
    ['Acme', ['ACME', 'Acme, Inc.', 'Acme Inc', 'ACME Co., Ltd.', 'Acme Corporation', 'The Acme Company', 'acme  llc', 'Acme K.K.', 'Ａｃｍｅ　Ｉｎｃ．', 'Acme S.p.A.']],
    ['Müller', ['Mueller'.replace('ue', 'ü') + ' GmbH', 'Muller GmbH & Co. KG', 'MÜLLER AG', 'Müller G.m.b.H.']],
    ['Smith & Sons', ['Smith and Sons Ltd', 'SMITH & SONS LIMITED', "Smith' & Sons, Ltd."]],
    ['Nordisk', ['Nordisk A/S', 'NORDISK AS', 'Nordisk ApS']],
    ['山田医院', ['医療法人山田医院', '医療法人 山田医院']],
  ] as [string, string[]][])('%s', (name, variants) => {
    for (const variant of variants) expect([variant, companyKey(variant)]).toEqual([variant, companyKey(name)])
  }) // prettier-ignore

  it.each([
    ['Acme', 'Acme Labs'],
    ['Acme Holdings', 'Acme'],
    ['東京商事', '東京商会'],
    ['大阪ガス', '東京ガス'],
    ['Volvo', 'Volta'],
    ['ハラ', 'バラ'],
  ])('%s and %s are two', (a, b) => {
    expect(companyKey(a)).not.toBe(companyKey(b))
  })

  it.each(['株式会社', '㈱', 'Inc.', 'The', '!!!', 'Co., Ltd.'])('%s alone still has a key', (name) => {
    expect(companyKey(name)).not.toBe('')
  })
})

describe('names of one person', () => {
  it.each([
    ['山田 太郎', ['山田太郎', '山田　太郎', '山田太郎 様', '山田・太郎']],
    ['ヤマダ タロウ', ['ﾔﾏﾀﾞ ﾀﾛｳ', 'やまだたろう']],
    ['John Smith', ['john smith', 'SMITH, John', 'Mr. John Smith', 'Ｊｏｈｎ　Ｓｍｉｔｈ']],
    ['José García', ['Jose Garcia', 'GARCÍA José']],
  ])('%s', (name, variants) => {
    for (const variant of variants) expect([variant, personKey(variant)]).toEqual([variant, personKey(name)])
  })

  it.each([
    ['山田 太郎', '山田 次郎'],
    ['John Smith', 'Joan Smith'],
  ])('%s and %s are two', (a, b) => {
    expect(personKey(a)).not.toBe(personKey(b))
  })
})

it.each([
  ['taro+news@example.com', 'taro@example.com'],
  ['t.a.ro@gmail.com', 'taro@gmail.com'],
  ['taro@googlemail.com', 'taro@gmail.com'],
  ['t.aro@example.com', 't.aro@example.com'],
  ['+@example.com', '+@example.com'],
])('the address %s is read as %s', (address, key) => {
  expect(addressKey(address)).toBe(key)
})

it('a key of a key is the key', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom('株式会社', '㈱', 'Acme', 'Inc.', 'Co.,', 'Ltd', '&', 'and', '東京', 'ｶﾞ', 'The', ' ', 'é', 'a/s', '様'),
      )
      .map((parts) => parts.join('')),
  ) // prettier-ignore
  fc.assert(
    fc.property(text, (name) => {
      expect(companyKey(companyKey(name))).toBe(companyKey(name))
      expect(personKey(personKey(name))).toBe(personKey(name))
      expect(addressKey(addressKey(name))).toBe(addressKey(name))
    }),
    { numRuns: 2000 },
  )
})
