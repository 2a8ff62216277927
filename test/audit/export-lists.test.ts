import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountExport } from '#app/accounts/export-accounts.server.ts'
import { contactExport } from '#app/accounts/export-contacts.server.ts'
import { openExport } from '#app/audit/export/open-export.server.ts'
import type { ExportName } from '#app/audit/export/words.ts'
import { suppressAddress } from '#app/email/suppress-address.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { accounts, contacts, imports } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { askStandings, asks } from '#db/schema/advocacy-asks.ts'
import { referrals } from '#db/schema/advocacy-referrals.ts'
import { invitations, waves } from '#db/schema/delivery.ts'
import { imported } from '#test/accounts/make.ts'
import { serve } from '#test/access/listener.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
import { insert } from '#test/make.ts'
import { world } from '#test/world.ts'

const w = await world()
let served: Awaited<ReturnType<typeof serve>>
let cookie: string
const waveId = newId('wav')
let programId: string

beforeAll(async () => {
  served = await serve(w)
  cookie = await served.signedIn(w.admin.id as string)
  const owner = await w.user({ name: 'Owner One', roles: ['csm'] })
  const account = await w.account({
    name: '=Aoi Trading',
    nameKey: '=aoi trading',
    externalId: 'A-1',
    domain: 'aoi.example',
    ownerId: owner.id,
    products: ['crm', 'erp'],
    arrMinor: 1_250_050,
    arrBaseMinor: 1_250_050,
    currency: 'USD',
    startedOn: '2020-04-01',
    health: 'yellow',
  })
  const hana = await w.contact({
    accountId: account.id,
    externalId: 'P-1',
    name: '+Mori Hana',
    nameKana: 'モリ ハナ',
    phone: '+81 3 1234 5678',
    language: 'ja',
    state: 'active',
  })
  await w.contact({ accountId: account.id, name: 'Left Long Ago', state: 'left', email: 'left@aoi.example' })
  const program = await makeProgram(w)
  programId = program.id
  const response = await makeResponse(w, program, { contact: hana, score: 10 })
  await insert(w.store, advocates, {
    contactId: hana.id,
    state: 'candidate',
    responseId: response.id,
    nominatedAt: w.now(),
    updatedAt: w.now(),
  })
  await insert(w.store, referrals, {
    id: 'ref_1',
    contactId: hana.id,
    leadName: '=Suzuki Ken',
    leadEmail: 'ken@minato.example',
    company: 'Minato Foods',
    searchKey: 'suzuki ken',
    language: 'ja',
    state: 'new',
    checks: [],
    dealMinor: 1250,
    currency: 'USD',
    source: 'staff',
    createdAt: w.now(),
    updatedAt: w.now(),
  })
  await insert(w.store, asks, {
    id: 'ask_1',
    kind: 'referral',
    version: 0,
    contactId: hana.id,
    accountId: account.id,
    state: 'queued',
    channel: 'mail',
    holderId: w.admin.id as string,
    reservedAt: w.now(),
    reservedUntil: w.now(),
    quarter: 0,
    language: 'ja',
  })
  await insert(w.store, askStandings, {
    kind: 'referral',
    contactId: hana.id,
    blocks: 1,
    nominatedAt: w.now(),
    checkedAt: w.now(),
  })
  await insert(w.store, waves, {
    id: waveId,
    programId,
    versionId: program.versionId,
    launchKey: 'k',
    state: 'done',
    counts: { audience: 2, invited: 1, skipped: { no_email: 1 }, complete: true },
    launchedBy: w.admin.id as string,
    createdAt: w.now(),
  })
  await w.store.write((tx) =>
    tx.update(invitations).set({ waveId, answeredAt: w.now() }).where(eq(invitations.id, response.invitationId)),
  )
  await suppressAddress(w.system(), { email: 'gone@aoi.example', reason: 'bounce', source: 'test' })
})
afterAll(() => served.close())

async function csv(path: string) {
  const reply = await served.fetch(`${path}${path.includes('?') ? '&' : '?'}format=csv`, { cookie })
  expect([path, reply.status]).toEqual([path, 200])
  const text = await reply.text()
  return { text, rows: parse(text, { bom: true, columns: true }) as Record<string, string>[] }
}

const lists: Record<ExportName, () => [path: string, row: Record<string, string> | null]> = {
  accounts: () => ['/accounts/export', { 'Account name': "'=Aoi Trading", ARR: '12500.5', Currency: 'USD', Health: 'Watch', 'Account owner': 'Owner One', Products: 'crm; erp' }],
  contacts: () => ['/contacts/export', { 'Full name': "'+Mori Hana", Phone: "'+81 3 1234 5678", Language: 'Japanese', 'Account ID': 'A-1' }],
  imports: () => ['/imports/export', null],
  kept: () => ['/imports/imp_0/kept', null],
  programs: () => ['/programs/export', { Metric: 'NPS', State: 'Live' }],
  waves: () => [`/programs/${programId}/waves/export`, { Audience: '2', Invited: '1', State: 'Done' }],
  recipients: () => [`/waves/${waveId}/export`, { Person: "'+Mori Hana", State: 'Answered' }],
  responses: () => ['/responses/export', { Score: '10', Class: 'Promoter', Person: "'+Mori Hana" }],
  cases: () => ['/cases/export', null],
  times: () => ['/team/export', null],
  advocates: () => ['/advocates/export', { Person: "'+Mori Hana", State: 'Candidates', Score: '10' }],
  asks: () => ['/asks/export', { Person: "'+Mori Hana", State: 'Waiting to leave', 'Asked by': 'Aiko Admin' }],
  askable: () => ['/asks/who/export?who=cannot', { Person: "'+Mori Hana", 'Can be asked': 'No', 'Rules that forbid it': 'unhappy; too_long_ago; no_consent; asked_now' }],
  referrals: () => ['/referrals/export', { Lead: "'=Suzuki Ken", State: 'New', 'Recommended by': "'+Mori Hana", Deal: '12.5', Currency: 'USD' }],
  advocacy_report: () => ['/advocacy/report/export', { By: 'All together', Promoters: '1', Asked: '0', Leads: '1', Currency: 'JPY' }],
  rewards: () => ['/rewards/export?state=all', null],
  people: () => ['/settings/people/export', { Person: 'Aiko Admin', 'E-mail': 'admin@koe.test', Roles: 'admin' }],
  teams: () => ['/settings/teams/export', null],
  keys: () => ['/settings/keys/export', null],
  audit: () => ['/settings/audit/export', { 'Kind of actor': 'Koe' }],
  suppressions: () => ['/settings/suppressions/export', { 'E-mail': 'gone@aoi.example', Why: 'Bounced for good' }],
  mail: () => ['/mailbox/export', null],
  jobs: () => ['/jobs/export', null],
} // prettier-ignore

test.each(Object.keys(lists) as (keyof typeof lists)[])(
  '%s: what the screen lists comes out, or the headers alone',
  async (name) => {
    const [path, first] = lists[name]()
    const { text, rows } = await csv(path)
    expect(text.split('\r\n')[0]!.split(',').length).toBeGreaterThan(3)
    if (first) expect(rows).toContainEqual(expect.objectContaining(first))
    else expect(rows).toEqual([])
  },
)

test('filters of the screen narrow the file', async () => {
  expect((await csv('/contacts/export?state=left')).rows.map((row) => row['Full name'])).toEqual(['Left Long Ago'])
  expect((await csv('/accounts/export?q=nobody')).rows).toEqual([])
  expect((await csv(`/waves/${waveId}/export?reason=no_email`)).rows).toEqual([])
  expect((await csv('/advocates/export?state=paused')).rows).toEqual([])
  expect((await csv('/settings/audit/export?type=cases.')).rows).toEqual([])
})

test.each(['en', 'ja'])('our own files come home unchanged through the import (%s headers)', async (locale) => {
  await w.store.write((tx) => tx.update(contacts).set({ nameKey: '' }))
  const before = [await w.store.db.select().from(accounts), await w.store.db.select().from(contacts)]
  const as = { query: {}, format: 'csv' as const, ref: null, locale: locale as 'en' | 'ja' }
  for (const file of [await openExport(w.ctx(), accountExport, as), await openExport(w.ctx(), contactExport, as)]) {
    const done = await imported(w, await new Response(file.body).text())
    expect(done.rejects).toEqual([])
    expect(done.applied).toMatchObject({ accounts: { new: 0, changed: 0 }, contacts: { new: 0, changed: 0 } })
  }
  expect([await w.store.db.select().from(accounts), await w.store.db.select().from(contacts)]).toEqual(before)
  await w.store.write((tx) => tx.delete(imports))
})
