import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { startImport } from '#app/accounts/start-import.server.ts'
import { invite } from '#app/integrations/invite.server.ts'
import { upsertAccounts, upsertContacts } from '#app/integrations/upsert-customers.server.ts'
import { translator } from '#app/platform/words.ts'
import { accounts, contacts, imports } from '#db/schema/accounts.ts'
import { responses } from '#db/schema/responses.ts'
import { checked, imported, runJob } from '#test/accounts/make.ts'
import { liveProgram } from '#test/delivery/make.ts'
import { historyImported } from '#test/loop/history.ts'
import { merge } from '#test/loop/merging.ts'
import { world, type World } from '#test/world.ts'

const companies = (w: World) => w.store.db.select().from(accounts).orderBy(asc(accounts.createdAt), asc(accounts.id))
const people = (w: World) => w.store.db.select().from(contacts).orderBy(asc(contacts.createdAt), asc(contacts.id))
const named = async (w: World, name: string) =>
  (await w.store.db.select().from(accounts).where(eq(accounts.name, name)))[0]!
const called = async (w: World, name: string) =>
  (await w.store.db.select().from(contacts).where(eq(contacts.name, name)))[0]!

const list = [
  'Company ID,Company,Domain,Tier,Contact ID,Email,Name,Phone,Sponsor',
  'Y1,株式会社山田商店,yamada.example,A,P1,anna@yamada.example,Anna Berg,,yes',
  'Y1,株式会社山田商店,yamada.example,A,P2,a.berg@yamada.example,"Berg, Anna",03-1234-5678,no',
  'Y2,㈱ 山田商店,yamada-shoten.example,B,P3,ken@yamada.example,Ken,,',
].join('\n')
const fields = [
  'account_external_id',
  'account_name',
  'domain',
  'tier',
  'external_id',
  'email',
  'name',
  'phone',
  'is_sponsor',
]

async function mergedList(w: World) {
  await imported(w, list, fields)
  const [kept, gone] = [await named(w, '株式会社山田商店'), await named(w, '㈱ 山田商店')]
  await merge(w, 'account', gone.id, kept.id)
  await merge(w, 'contact', (await called(w, 'Berg, Anna')).id, (await called(w, 'Anna Berg')).id)
  return { kept, gone }
}

test('The old file again finds the survivors and changes nothing', async () => {
  const w = await world()
  await mergedList(w)
  const before = [await companies(w), await people(w)]
  w.clock.advance(1000)
  const again = await imported(w, list, fields)
  expect(again.applied).toMatchObject({
    accounts: { new: 0, changed: 0 },
    contacts: { new: 0, changed: 0 },
    rejected: 0,
  })
  expect([await companies(w), await people(w)]).toEqual(before)
  expect(before[0]).toHaveLength(1)
})

test('A file without ids finds the survivors by what the others were called', async () => {
  const w = await world()
  const byName = ['Company,Name', 'Acme Inc,Anna Berg', 'ACME 株式会社,"Berg, Anna"'].join('\n')
  const columns = ['account_name', 'name']
  await imported(w, byName, columns)
  await merge(w, 'account', (await named(w, 'ACME 株式会社')).id, (await named(w, 'Acme Inc')).id)
  await merge(w, 'contact', (await called(w, 'Berg, Anna')).id, (await called(w, 'Anna Berg')).id)
  const before = [await companies(w), await people(w)]
  await imported(w, byName, columns)
  expect([await companies(w), await people(w)]).toEqual(before)
  expect(before.map((rows) => rows.length)).toEqual([1, 1])
})

test('Somebody new on a line of the merged company comes to the survivor; a line of the survivor still changes it', async () => {
  const w = await world()
  const { kept } = await mergedList(w)
  const more = [
    list.split('\n')[0],
    'Y2,㈱ 山田商店,,C,P9,new@yamada.example,Mio,,',
    'Y1,株式会社山田商店,,S,P1,,,,',
  ].join('\n')
  const done = await imported(w, more, fields)
  expect(done.applied).toMatchObject({ accounts: { new: 0, changed: 1 }, contacts: { new: 1 } })
  expect(await called(w, 'Mio')).toMatchObject({ accountId: kept.id })
  expect(await named(w, '株式会社山田商店')).toMatchObject({ tier: 'S', externalId: 'Y1' })
})

test('A real record comes before a former name: who takes on an id that was given up is found by it', async () => {
  const w = await world()
  const { kept } = await mergedList(w)
  const real = await w.account({ name: 'Another', externalId: 'Y2' })
  await imported(w, 'Company ID,Company\nY2,Renamed', ['account_external_id', 'account_name'])
  expect((await named(w, 'Renamed')).id).toBe(real.id)
  expect((await w.store.db.select().from(accounts).where(eq(accounts.id, kept.id)))[0]!.name).toBe('株式会社山田商店')
})

test('The API finds the survivors too, to write and to invite', async () => {
  const w = await world()
  const { kept } = await mergedList(w)
  const t = translator('en')
  const key = w.ctx({ kind: 'key', id: 'key_1', scopes: ['accounts', 'surveys'], name: 'CRM' } as never)
  const anna = await called(w, 'Anna Berg')
  expect(await upsertAccounts(key, { items: [{ externalId: 'Y2', name: 'Else' }] }, t)).toEqual([
    { index: 0, status: 'unchanged', id: kept.id },
  ])
  expect(await upsertContacts(key, { items: [{ email: 'a.berg@yamada.example', name: 'Else' }] }, t)).toEqual([
    { index: 0, status: 'unchanged', id: anna.id },
  ])
  const program = await liveProgram(w)
  for (const contact of [{ externalId: 'P2' }, { email: 'A.Berg@yamada.example' }]) {
    await invite(key, { contact, programId: program.id, externalId: 'T1' }, null)
  }
  const { invitations } = await import('#db/schema/delivery.ts')
  expect((await w.store.db.select().from(invitations)).map((row) => row.contactId)).toEqual([anna.id])
})

test('A file of past answers again adds nothing; a new answer under the former address is the survivor’s', async () => {
  const w = await world()
  await imported(w, list, fields)
  const head = 'Email,Date,Score'
  const past = [head, 'a.berg@yamada.example,2025-06-01,9', 'anna@yamada.example,2025-09-01,4'].join('\n')
  const first = await historyImported(w, past, { program: 'new', name: 'Past', metric: 'nps' })
  const anna = await called(w, 'Anna Berg')
  await merge(w, 'contact', (await called(w, 'Berg, Anna')).id, anna.id)
  const program = first.options!.programId!
  expect((await historyImported(w, past, { program })).applied).toMatchObject({ answers: { new: 0, unchanged: 2 } })
  await historyImported(w, [head, 'a.berg@yamada.example,2025-12-01,2'].join('\n'), { program })
  const rows = await w.store.db.select().from(responses)
  expect(rows.map((row) => row.contactId)).toEqual([anna.id, anna.id, anna.id])
})

test('An import that was checked before a merge and runs after it brings nobody back', async () => {
  const w = await world()
  const row = await checked(w, list, fields)
  expect(row.counts).toMatchObject({ contacts: { new: 3 } })
  // Meanwhile the same people came in by hand and were merged; the import still believes that nobody is known.
  await mergedList(w)
  await startImport(w.ctx(), row.id)
  await runJob(w, row.id)
  expect((await companies(w)).map((one) => one.name)).toEqual(['株式会社山田商店'])
  expect((await people(w)).map((one) => one.name).sort()).toEqual(['Anna Berg', 'Ken'])
})

test('A merge while an import of both runs: nothing is lost, nothing comes back, and the import ends', async () => {
  const w = await world()
  const lines = [list.split('\n')[0]!]
  for (let i = 0; i < 900; i++) {
    const own = i % 2 ? 'Y1,株式会社山田商店,yamada.example,A' : 'Y2,㈱ 山田商店,yamada-shoten.example,B'
    lines.push(`${own},N${i},n${i}@yamada.example,Person ${i},,`)
  }
  await imported(w, list, fields)
  const [kept, gone] = [await named(w, '株式会社山田商店'), await named(w, '㈱ 山田商店')]
  const row = await checked(w, lines.join('\n'), fields)
  await startImport(w.ctx(), row.id)
  await Promise.all([runJob(w, row.id), merge(w, 'account', gone.id, kept.id).then((done) => expect(done.jobId).toBe(null))]) // prettier-ignore
  const [after] = await w.store.db.select().from(imports).where(eq(imports.id, row.id))
  expect(after!.state).toBe('done')
  expect(await companies(w)).toHaveLength(1)
  const all = await people(w)
  expect(all).toHaveLength(903)
  expect(new Set(all.map((one) => one.accountId))).toEqual(new Set([kept.id]))
})
