import { describe, expect, test } from 'vitest'
import { findHeader, joinHeader } from '#app/accounts/import/header.ts'
import { guessMapping } from '#app/accounts/import/mapping.ts'
import { templateCsv, templates } from '#app/accounts/import/templates.ts'
import { parse } from 'csv-parse/sync'

const rows = (text: string) => parse(text, { relax_column_count: true, skip_empty_lines: true })

describe('the header', () => {
  test.each([
    ['an ordinary file', 'Company,Email\nAcme,a@acme.example\nBirch,b@birch.example', 0, 1],
    ['a file of words nobody knows', 'Foo,Bar\nx,y\nz,w', 0, 1],
    ['a header beside data that sounds like headers', 'Foo,Bar,Baz\ncustomer,x,y\nCustomer,z,w', 0, 1],
    ['a title', '顧客一覧\n会社名,氏名,メールアドレス\nA,山田,a@a.example\nB,佐藤,b@b.example', 1, 1],
    ['a title, a date and who made it', '取引先一覧,,,\n出力日：2026年5月3日,,,\n作成者,山田,,\n取引先ID,会社名,業種,地域\nA1,A社,製造,関東\nA2,B社,小売,関西', 3, 1],
    ['a title in English', 'Customer report,,\nExported 2026-05-03,,\nAccount name,Domain,ARR\nAcme,acme.example,1200\nBirch,birch.example,800', 2, 1],
    ['two rows with merged cells', '取引先ID,会社名,担当者,,契約,\n,,氏名,メール,開始日,更新日\nA1,A社,山田,a@a.example,2024-04-01,2027-03-31\nA2,B社,佐藤,b@b.example,2024-04-01,2027-03-31', 0, 2],
    ['two rows of which the lower says it all', '一覧表,,,\n会社,,担当者,\n会社名,業種,氏名,メール\nA社,製造,山田,a@a.example\nB社,小売,佐藤,b@b.example', 2, 1],
    ['two rows that only together tell columns apart', '会社,,担当者,\n名称,電話番号,氏名,電話番号\nA社,03-1,山田,03-2\nB社,03-3,佐藤,03-4', 0, 2],
    ['a header and nothing else', 'Company,Email', 0, 1],
  ])('of %s is found', (_, text, headerAt, headerRows) => {
    expect(findHeader(rows(text))).toEqual({ headerAt, headerRows })
  }) // prettier-ignore

  test('of two rows joins their names, and each column is understood by the row that says most', () => {
    const header = joinHeader(rows('取引先ID,会社名,担当者,,契約,\n,,氏名,メール,開始日,更新日'))
    expect(header).toEqual(['取引先ID', '会社名', '担当者 / 氏名', '担当者 / メール', '契約 / 開始日', '契約 / 更新日'])
    expect(Object.values(guessMapping(header, []))).toEqual([
      'account_external_id',
      'account_name',
      'name',
      'email',
      'started_on',
      'renewal_on',
    ])
  })
})

test.each(['accounts', 'contacts', 'history'] as const)(
  'Every header of the %s template is understood, in both languages, and it starts with a mark for spreadsheets',
  (name) => {
    for (const locale of ['en', 'ja'] as const) {
      const csv = templateCsv(name, locale)
      expect(csv.startsWith('\ufeff')).toBe(true)
      const [header, ...samples] = rows(csv.slice(1))
      const mapping = guessMapping(header!, samples, name === 'history' ? 'history' : 'customers')
      expect(Object.values(mapping)).toEqual(templates[name].map(({ field }) => field))
    }
  },
)
