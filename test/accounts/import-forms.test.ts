import iconv from 'iconv-lite'
import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { getImport } from '#app/accounts/get-import.server.ts'
import { readAgain } from '#app/accounts/read-again.server.ts'
import { startImport } from '#app/accounts/start-import.server.ts'
import { pruneImports } from '#app/accounts/prune-imports.server.ts'
import { DAY } from '#app/platform/day.ts'
import { accounts, contacts, importSteps } from '#db/schema/accounts.ts'
import { checked, imported, manyPeople, runJob, upload } from '#test/accounts/make.ts'
import { world, type World } from '#test/world.ts'

const allAccounts = (w: World) => w.store.db.select().from(accounts).orderBy(asc(accounts.nameKey))
const codes = (row: { rejects: { line: number; reasons: { code: string }[] }[] }) =>
  row.rejects.map((reject) => [reject.line, reject.reasons[0]!.code])

test('A Japanese export with a title, two rows of headers, eras and full-width amounts comes in as it is', async () => {
  const w = await world()
  const file = [
    '取引先一覧,,,,,',
    '出力日：令和8年5月3日,,,,,',
    '',
    '取引先ID,会社名,担当者,,契約,',
    ',,氏名,メール,開始日,金額',
    '1234567890123456789,㈱サンプル,山田 花子,hanako@sample.example,令和6年4月1日,１２０万円',
    '1234567890123456788,例示商事,佐藤 太郎,taro@reiji.example,R7.10.1,"￥3,600,000"',
  ].join('\r\n')
  const id = await upload(w, iconv.encode(file, 'cp932'))
  const row = await getImport(w.ctx(), id)
  expect(row).toMatchObject({ headerAt: 2, headerRows: 2, encoding: 'cp932' })
  expect(row.header).toEqual(['取引先ID', '会社名', '担当者 / 氏名', '担当者 / メール', '契約 / 開始日', '契約 / 金額'])
  await imported(
    w,
    iconv.encode(file, 'cp932'),
    row.header.map((_, i) => row.mapping[i] ?? 'arr'),
  )
  expect((await allAccounts(w)).map((one) => [one.externalId, one.startedOn, one.arrMinor]).sort()).toEqual([
    ['1234567890123456788', '2025-10-01', 3_600_000],
    ['1234567890123456789', '2024-04-01', 1_200_000],
  ])
  expect((await w.store.db.select().from(contacts)).map((one) => one.email).sort()).toEqual([
    'hanako@sample.example',
    'taro@reiji.example',
  ])
})

test('The next file with the same headers, in whatever order, comes with the columns of the last one', async () => {
  const w = await world()
  const first = await imported(w, 'Firma,Kontakt,Datum\nAcme,ann@acme.example,3/4/2026\n', ['account_name', 'email', 'renewal_on'], [], ['', '', 'dmy']) // prettier-ignore
  const second = await getImport(w.ctx(), await upload(w, 'Datum,Firma,Kontakt\n1/2/2026,Birch,ben@birch.example\n'))
  expect(second.mapping).toEqual({ 0: 'renewal_on', 1: 'account_name', 2: 'email' })
  expect(second.options?.dates).toEqual({ 0: 'dmy' })
  expect(second.mappedFrom).toMatchObject({ id: first.id, fileName: 'customers.csv' })
  expect(second.dateColumns).toEqual([0])
  const other = await getImport(w.ctx(), await upload(w, 'Firma,Kontakt\nCedar,cid@cedar.example\n'))
  expect(other.mappedFrom).toBeNull()
  expect(other.mapping).toEqual({ 1: 'email' })
})

test('The day of a date is told by the whole column, and the check says how', async () => {
  const w = await world()
  const row = await imported(w, 'Company,Renewal\nAcme,3/4/2026\nBirch,25/4/2026\n')
  expect(row.counts?.readings).toEqual([{ column: 1, as: 'dmy', because: '25/4/2026' }])
  expect((await allAccounts(w)).map((one) => one.renewalOn)).toEqual(['2026-04-03', '2026-04-25'])
})

test('Dates that the whole column doesn’t tell are refused and asked about, and read once somebody says', async () => {
  const w = await world()
  const file = 'Company,Renewal\nAcme,3/4/2026\nBirch,1/2/2026\nCedar,2026-05-03\n'
  const asked = await checked(w, file)
  expect(asked.counts).toMatchObject({ rejected: 2, asks: [{ column: 1, example: '3/4/2026' }] })
  expect(codes(asked)).toEqual([
    [2, 'date_ambiguous'],
    [3, 'date_ambiguous'],
  ])
  expect(asked.dateColumns).toEqual([1])
  const told = await imported(w, file, undefined, [], ['', 'mdy'])
  expect(told.counts?.asks).toBeUndefined()
  expect((await allAccounts(w)).map((one) => one.renewalOn)).toEqual(['2026-03-04', '2026-01-02', '2026-05-03'])
})

test('The separators of a number are told by the whole column', async () => {
  const w = await world()
  await imported(w, 'Company;ARR;Currency\nAcme;1.200;EUR\nBirch;"1.234,50";EUR\nCedar;1 234,5;EUR\n')
  expect((await allAccounts(w)).map((one) => one.arrMinor)).toEqual([120_000, 123_450, 123_450])
})

test('Ids stay text to their last digit; those a spreadsheet has ruined are refused, and likely ones counted', async () => {
  const w = await world()
  const row = await imported(
    w,
    'Account ID,Company\n1234567890123456789,Acme\n0012,Birch\n1.23457E+18,Cedar\n1234567890123450000,Dogwood\n"=""0042""",Elm\n',
  )
  expect(codes(row)).toEqual([[4, 'id_ruined']])
  expect(row.counts?.roundedIds).toBe(1)
  expect((await allAccounts(w)).map((one) => one.externalId)).toEqual(['1234567890123456789', '0012', '1234567890123450000', '0042']) // prettier-ignore
})

test('A column of JSON adds properties to a company, and a second import of it changes nothing', async () => {
  const w = await world()
  const file = [
    'Company,Properties',
    'Acme,"{""seats"": 40, ""席数"": ""多"", ""trial"": false}"',
    'Birch,"{""a"": {""deep"": 1}}"',
    'Cedar,not json',
    'Dogwood,"[1]"',
    'Elm,"{""__proto__"": ""x"", ""tags"": [""a"", ""b""]}"',
  ].join('\n')
  const row = await imported(w, file)
  expect(codes(row)).toEqual([
    [3, 'json_nested'],
    [4, 'json_invalid'],
    [5, 'json_no_object'],
  ])
  const [acme, elm] = await allAccounts(w)
  expect(acme!.properties).toEqual({ seats: 40, trial: false, 席数: '多' })
  expect(Object.entries(elm!.properties!)).toContainEqual(['tags', 'a, b'])
  expect((await checked(w, file)).counts?.accounts).toEqual({ new: 0, changed: 0, unchanged: 2 })
  await imported(w, 'Company,Properties\nAcme,"{""seats"": null, ""new"": 1}"\n')
  expect((await allAccounts(w))[0]!.properties).toEqual({ new: 1, trial: false, 席数: '多' })
})

test('A file can be shown anew with another encoding and header before it is checked', async () => {
  const w = await world()
  const id = await upload(w, 'Company,Email\nName of the company,Address\nAcme,ann@acme.example\n')
  await readAgain(w.ctx(), { importId: id, encoding: 'utf-8', delimiter: ',', headerAt: 1, headerRows: 1 })
  expect((await getImport(w.ctx(), id)).header).toEqual(['Name of the company', 'Address'])
  await readAgain(w.ctx(), { importId: id, encoding: 'utf-8', delimiter: ';', headerAt: 0, headerRows: 2 })
  expect((await getImport(w.ctx(), id)).header).toEqual(['Company,Email / Name of the company,Address'])
})

test('Hostile files are refused in words, or their lines are: columns without end, a huge cell, NULs, broken quotes', async () => {
  const w = await world()
  await expect(upload(w, `${'a,'.repeat(100_000)}a\n1,2\n`)).rejects.toMatchObject({ code: 'import_too_many_columns' })
  const wide = await checked(w, `Company,Email\nAcme,${'x,'.repeat(100_000)}\nBirch,ben@birch.example\n`)
  expect(codes(wide)).toEqual([[2, 'columns_extra']])
  const huge = await checked(w, `Company,Email\n${'x'.repeat(900_000)},a@a.example\nBirch,ben@birch.example\n`)
  expect(codes(huge)).toEqual([[2, 'too_long']])
  const endless = await checked(w, `Company,Email\n"${'x'.repeat(2_000_000)}",a@a.example\n`)
  expect(endless).toMatchObject({ state: 'failed', error: { code: 'line_too_long' } })
  const quotes = await checked(w, 'Company,Email\nAc"me,a@a.example\n')
  expect(quotes).toMatchObject({ state: 'failed', error: { code: 'quote_misplaced', line: 2 } })
  const nul = await checked(w, 'Company,Properties\nAc\u0000me,\nBirch,"{""a"": ""x\\u0000y\\ud800""}"\n')
  expect(codes(nul)).toEqual([[2, 'nul']])
  await startImport(w.ctx(), nul.id)
  await runJob(w, nul.id)
  expect((await w.store.db.select().from(accounts).where(eq(accounts.name, 'Birch')))[0]!.properties).toEqual({ a: 'xy\ufffd' }) // prettier-ignore
  const wrong = await checked(w, iconv.encode('会社名,氏名\n株式会社,山田\n', 'cp932'))
  expect(wrong.header).toEqual(['会社名', '氏名'])
})

test('What an import wrote is kept in one row a batch, with what changed columns held before and after, and forgotten after 90 days', async () => {
  const w = await world()
  await imported(w, manyPeople(450))
  const [ann] = await w.store.db.select().from(contacts).where(eq(contacts.externalId, 'P7'))
  w.clock.advance(1000)
  const row = await imported(w, 'Contact ID,Name,Phone\nP7,Another Name,03-1\nP8,Person 8,\n', [
    'external_id',
    'name',
    'phone',
  ])
  const steps = await w.store.db.select().from(importSteps).orderBy(asc(importSteps.at), asc(importSteps.fromLine))
  expect(steps.map((step) => step.fromLine)).toEqual([0, 200, 400, 0])
  const made = steps.slice(0, 3).flatMap((step) => (JSON.parse(step.data) as { contacts: string[] }).contacts)
  expect(new Set(made).size).toBe(450)
  expect(JSON.parse(steps[3]!.data)).toMatchObject({ changedContacts: [[ann!.id, { name: 'Person 7', phone: null, updatedAt: ann!.updatedAt }, { name: 'Another Name', phone: '03-1', updatedAt: w.now() }]] }) // prettier-ignore
  expect(steps[3]!.importId).toBe(row.id)
  const run = { id: 'job', attempt: 1, payload: {}, progress: async () => {}, stopping: () => false }
  w.clock.advance(89 * DAY)
  await pruneImports(w.system(), run)
  expect(await w.store.db.select().from(importSteps)).toHaveLength(4)
  w.clock.advance(2 * DAY)
  await pruneImports(w.system(), run)
  expect(await w.store.db.select().from(importSteps)).toEqual([])
})
