import iconv from 'iconv-lite'
import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { cancelImport } from '#app/accounts/cancel-import.server.ts'
import { exportRejects } from '#app/accounts/export-rejects.server.ts'
import { getImport } from '#app/accounts/get-import.server.ts'
import { startImport } from '#app/accounts/start-import.server.ts'
import { translator } from '#app/platform/words.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { fileChunks } from '#db/schema/platform.ts'
import { checked, imported, manyPeople, runJob, upload } from '#test/accounts/make.ts'
import { world, type World } from '#test/world.ts'

const allPeople = (w: World) => w.store.db.select().from(contacts).orderBy(asc(contacts.searchKey))
const codes = (row: { rejects: { line: number; reasons: { code: string }[] }[] }) =>
  row.rejects.map((reject) => [reject.line, reject.reasons[0]!.code])
const crm = [
  'Account ID,Company,ARR,Renewal,Owner,Contact ID,E-mail,First name,Last name,Language,Unsubscribed',
  'A1,Acme Ltd,"¥1,200,000",2024/4/1,csm@koe.test,P1,ann@acme.example,Ann,Archer,English,no',
  'A1,Acme Ltd,"¥1,200,000",2024/4/1,csm@koe.test,P2,bob@acme.example,Bob,Baker,en,yes',
  'A2,Birch GmbH,800000,20250630,,P3,carl@birch.example,Carl,Cook,ja,',
].join('\r\n')

test('An import writes nothing before it is applied, then accounts and people with what the file says of them', async () => {
  const w = await world()
  const csm = await w.user({ email: 'csm@koe.test' })
  const row = await checked(w, crm)
  expect(row.counts).toEqual({
    lines: 3,
    accounts: { new: 2, changed: 0, unchanged: 0 },
    contacts: { new: 3, changed: 0, unchanged: 0 },
    rejected: 0,
  })
  expect(await allPeople(w)).toEqual([])
  await startImport(w.ctx(), row.id)
  const optOuts: string[] = []
  await runJob(w, row.id, {}, optOuts)
  const [acme] = await w.store.db.select().from(accounts).where(eq(accounts.externalId, 'A1'))
  expect(acme).toMatchObject({
    name: 'Acme Ltd',
    arrMinor: 1_200_000,
    currency: 'JPY',
    arrBaseMinor: 1_200_000,
    renewalOn: '2024-04-01',
    ownerId: csm.id,
  })
  const people = await allPeople(w)
  expect(people.map((person) => [person.name, person.emailKey, person.language])).toEqual([
    ['Ann Archer', 'ann@acme.example', 'en'],
    ['Bob Baker', 'bob@acme.example', 'en'],
    ['Carl Cook', 'carl@birch.example', 'ja'],
  ])
  expect(optOuts).toEqual([people[1]!.id])
  expect(await getImport(w.ctx(), row.id)).toMatchObject({ state: 'done', applied: row.counts })
})

test('Revenue in another currency than the organisation’s is named by the check, since it counts in no sum', async () => {
  const w = await world() // in yen
  const row = await checked(
    w,
    'Company,ARR,Currency\nAcme,1200,USD\nBirch,800,USD\nCedar,€ 5,\nDogwood,900000,\nElm,"¥1,000",JPY\nFir,oops,USD\n',
  )
  expect(row.counts).toMatchObject({ lines: 6, rejected: 1, foreign: { USD: 2, EUR: 1 } })
  await startImport(w.ctx(), row.id)
  await runJob(w, row.id)
  const stored = await w.store.db.select().from(accounts).orderBy(asc(accounts.nameKey))
  expect(stored.map((account) => [account.currency, account.arrMinor, account.arrBaseMinor])).toEqual([
    ['USD', 120_000, null],
    ['USD', 80_000, null],
    ['EUR', 500, null],
    ['JPY', 900_000, 900_000],
    ['JPY', 1_000, 1_000],
  ])
})

test('Importing the same file again changes nothing, with one event for the run', async () => {
  const w = await world()
  await w.user({ email: 'csm@koe.test' })
  await imported(w, crm)
  const before = await allPeople(w)
  w.clock.advance(60_000)
  const again = await imported(w, crm)
  expect(again.applied).toEqual({
    lines: 3,
    accounts: { new: 0, changed: 0, unchanged: 2 },
    contacts: { new: 0, changed: 0, unchanged: 3 },
    rejected: 0,
  })
  expect(await allPeople(w)).toEqual(before)
  expect(
    await w.store.db.select({ id: events.id }).from(events).where(eq(events.type, 'accounts.imported')),
  ).toHaveLength(2)
})

test('People without address and id are found again by account and name', async () => {
  const w = await world()
  const file = 'airline_name,author,recommended\nadria,R Deu,1\nadria,A Kar,0\nadria,R Deu,0\naegean,R Deu,1\n'
  const fields = ['account_name', 'name', '']
  const first = await imported(w, file, fields)
  expect(first.applied).toMatchObject({ accounts: { new: 2 }, contacts: { new: 3, unchanged: 1 }, rejected: 0 })
  expect((await imported(w, file, fields)).applied).toMatchObject({
    accounts: { new: 0, unchanged: 2 },
    contacts: { new: 0, changed: 0, unchanged: 4 },
    rejected: 0,
  })
})

test('A Shift_JIS file with semicolons and Japanese headers comes in whole, NEC and IBM characters included', async () => {
  const w = await world()
  const text =
    '会社名;氏名;フリガナ;メールアドレス;役職;電話番号;更新日\r\n株式会社髙島①;山﨑 一郎;ヤマサキ イチロウ;ichiro@takashima.example;課長;０３－１２３４;2025年4月1日\r\n'
  const row = await imported(w, iconv.encode(text, 'cp932'))
  expect(row).toMatchObject({ encoding: 'cp932', delimiter: ';', applied: { contacts: { new: 1 }, rejected: 0 } })
  expect((await allPeople(w))[0]).toMatchObject({ name: '山﨑 一郎', nameKana: 'ヤマサキ イチロウ', title: '課長' })
  expect((await w.store.db.select().from(accounts))[0]).toMatchObject({
    name: '株式会社髙島①',
    renewalOn: '2025-04-01',
  })
})

test('Each bad line is refused with its line, column and reason, and the others are taken', async () => {
  const w = await world()
  await w.contact({ email: 'taken@x.example', externalId: 'OLD' })
  const file = [
    'Contact ID,Email,Name,Company,Renewal', // line 1
    'P1,good@x.example,Good,Acme,2025-01-31',
    'P2,not an address,Bad,Acme,2025-01-31',
    'P3,good@x.example,Other,Acme,2025-01-31', // 4: as in line 2, other data
    'P4,nul\u0000@x.example,Nul,Acme,2025-01-31',
    'P5,late@x.example,Late,Acme,31.31.2025',
    'P6,short@x.example,Short',
    'P7,taken@x.example,Taken,Acme,2025-01-31',
    'P1,good@x.example,Good,Acme,2025-01-31', // 9: same as line 2
    'P9,quoted@x.example,"two', // 10 and 11
    'lines",Acme,01/02/2025',
    ',,,,', // blank, as spreadsheets write it
    ',,,,2026-12-31',
    'P12,twelve@x.example,Twelve,Acme,2026-12-31', // other renewal of Acme
  ].join('\n')
  const row = await imported(w, file)
  expect(codes(row)).toEqual([
    [3, 'email_invalid'],
    [4, 'duplicate_email'],
    [5, 'nul'],
    [6, 'date_invalid'],
    [7, 'columns_missing'],
    [8, 'email_taken'],
    [10, 'date_ambiguous'],
    [13, 'nothing_on_line'],
    [14, 'account_differs'],
  ])
  expect(row.rejects[0]!.reasons[0]).toEqual({ code: 'email_invalid', field: 'email', column: 2 })
  expect(row.rejects[1]!.reasons[0]!.values).toMatchObject({ first: 2 })
  expect(row.applied).toMatchObject({ lines: 11, contacts: { new: 1, unchanged: 1 }, rejected: 9 })
})

test('Refused lines come as CSV with their reasons, and no cell of it is a formula', async () => {
  const w = await world()
  const { id } = await checked(w, 'Email,Name\n"=cmd|calc","+1 ""quoted"""\n', ['email', 'name'])
  const { parts } = await exportRejects(w.ctx(), id, translator('ja'))
  let text = ''
  for await (const part of parts) text += part
  expect(text).toBe(
    '\ufeffEmail,Name,ファイルの行番号,取り込めない理由\r\n\'=cmd|calc,"\'+1 ""quoted""",2,1 列目（メールアドレス）：送信できるメールアドレスではありません\r\n',
  )
})

test.each([
  ['a quote that is never closed', 'Email,Name\na@x.example,A\nb@x.example,"B\nc@x.example,C', 'quote_not_closed', 3],
  ['a quote inside a value', 'Email,Name\na@x.example,A\nb@x.example,B "the" B\n', 'quote_misplaced', 3],
  ['text behind a closing quote', 'Email,Name\na@x.example,"A" B\n', 'quote_misplaced', 2],
])('A file with %s fails as a whole with line and column', async (_, file, code, line) => {
  const w = await world()
  const row = await checked(w, file)
  expect(row).toMatchObject({ state: 'failed', error: { code, line, column: 2 } })
})

test('A file without lines fails, an empty file and a workbook are refused and leave nothing behind', async () => {
  const w = await world()
  expect(await checked(w, 'Email,Name\n')).toMatchObject({ state: 'failed', error: { code: 'no_lines' } })
  const kept = await w.store.db.select().from(fileChunks)
  await expect(upload(w, '')).rejects.toMatchObject({ code: 'import_empty' })
  await expect(upload(w, Buffer.from('PK\u0003\u0004 and more'))).rejects.toMatchObject({ code: 'import_xlsx' })
  expect(await w.store.db.select().from(fileChunks)).toHaveLength(kept.length)
})

test('An import stopped in the middle goes on where it stood, and ends like one that was not', async () => {
  const w = await world()
  const { id } = await checked(w, manyPeople(1001))
  await startImport(w.ctx(), id)
  for (let runs = 0; (await getImport(w.ctx(), id)).state === 'applying'; runs++) {
    expect(runs).toBeLessThan(20)
    await runJob(w, id, { stopping: () => true }) // one batch, then the process has to go
  }
  expect((await getImport(w.ctx(), id)).applied).toEqual({
    lines: 1001,
    accounts: { new: 37, changed: 0, unchanged: 0 },
    contacts: { new: 1001, changed: 0, unchanged: 0 },
    rejected: 0,
  })
  expect(await allPeople(w)).toHaveLength(1001)
})

test('A job that ran twice at once applies every line once', async () => {
  const w = await world()
  const { id } = await checked(w, manyPeople(900))
  await startImport(w.ctx(), id)
  await Promise.all([runJob(w, id), runJob(w, id)])
  const row = await getImport(w.ctx(), id)
  if (row.state === 'applying') await runJob(w, id)
  expect((await getImport(w.ctx(), id)).applied).toMatchObject({ lines: 900, contacts: { new: 900 } })
  expect(await allPeople(w)).toHaveLength(900)
})

test('A cancelled import says how many lines stand, and can be checked and applied again', async () => {
  const w = await world()
  const { id } = await checked(w, manyPeople(700))
  await startImport(w.ctx(), id)
  await runJob(w, id, { stopping: () => true })
  const { lines } = await cancelImport(w.ctx(), id)
  await runJob(w, id)
  const row = await getImport(w.ctx(), id)
  expect(row).toMatchObject({ state: 'cancelled', appliedLines: lines })
  expect(lines).toBeGreaterThan(0)
  expect(lines).toBeLessThan(700)
  expect(await allPeople(w)).toHaveLength(lines)
  expect((await imported(w, manyPeople(700))).applied).toMatchObject({
    contacts: { new: 700 - lines, unchanged: lines },
  })
})

test('Starting an import twice starts it once, and only an admin or lead may import', async () => {
  const w = await world()
  const { id } = await checked(w, manyPeople(3))
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => startImport(w.ctx(), id)))
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  const csm = await w.user({ roles: ['csm'] })
  await expect(startImport(w.ctx(csm.actor), id)).rejects.toMatchObject({ status: 403 })
})

test('Empty cells leave what is stored, and a changed cell is a change', async () => {
  const w = await world()
  await imported(w, 'Email,Name,Title\na@x.example,Ann,CEO\n')
  const row = await imported(w, 'Email,Name,Title,Phone\na@x.example,Ann,,123\n')
  expect(row.applied).toMatchObject({ contacts: { new: 0, changed: 1, unchanged: 0 } })
  expect((await allPeople(w))[0]).toMatchObject({ title: 'CEO', phone: '123' })
})
