import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/audit/actor.ts'
import { getResponse } from '#app/responses/get-response.server.ts'
import { getBrand } from '#app/access/get-organisation.server.ts'
import { standardWording } from '#app/surveys/wordings.ts'
import { programVersions } from '#db/schema/surveys.ts'
import { listResponses } from '#app/responses/list-responses.server.ts'
import type { Role } from '#db/enums/audit.ts'
import { makeProgram, makeResponse, type ProgramRow } from '#test/cases/make.ts'
import { indexAll } from '#test/responses/make.ts'
import type { AccountRow, ContactRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let program: ProgramRow
let account: AccountRow
let hana: ContactRow

beforeEach(async () => {
  w = await world()
  program = await makeProgram(w)
  account = await w.account({ name: 'Aoi Trading' })
  hana = await w.contact({ accountId: account.id, name: 'Mori Hana' })
})
const actor = (role: Role): Actor => ({ kind: 'user', id: 'usr_x', roles: [role], teamId: null, name: 'X' })
const key: Actor = { kind: 'key', id: 'key_x', scopes: ['responses'] }
const idsOf = async (list: ReturnType<typeof listResponses>) => (await list).responses.map((row) => row.id)

const readers: [string, Actor, { low: boolean; high: boolean }][] = [
  ['admin', actor('admin'), { low: true, high: true }],
  ['lead', actor('lead'), { low: true, high: true }],
  ['csm', actor('csm'), { low: true, high: true }],
  ['marketer', actor('marketer'), { low: false, high: true }],
  ['viewer', actor('viewer'), { low: false, high: false }],
]

test.each(readers)(
  'as %s the list and the page name exactly the authors that the role may know',
  async (_, who, sees) => {
    const low = await makeResponse(w, program, { contact: hana, score: 2, comment: 'Slow.' })
    const high = await makeResponse(w, program, { contact: hana, score: 10, comment: 'Great.' })
    const ctx = w.ctx(who)
    const { responses } = await listResponses(ctx)
    for (const [response, named] of [
      [low, sees.low],
      [high, sees.high],
    ] as const) {
      const shown = [responses.find((row) => row.id === response.id)!, (await getResponse(ctx, response.id)).response]
      for (const row of shown) {
        expect(row.comment).toBe(response.comment)
        const known = {
          person: 'Mori Hana',
          account: 'Aoi Trading',
          contactId: hana.id,
          accountId: account.id,
          hidden: false,
        }
        const unknown = { person: null, account: null, contactId: null, accountId: null, hidden: true }
        expect(row).toMatchObject(named ? known : unknown)
        if (!named) expect(JSON.stringify(row)).not.toMatch(/Mori|Aoi|con_|acc_/)
      }
    }
  },
)

test('nobody finds out who said it by asking for the person, the account or the name', async () => {
  const low = await makeResponse(w, program, { contact: hana, score: 2, comment: 'Slow.' })
  const high = await makeResponse(w, program, { contact: hana, score: 10, comment: 'Great.' })
  const asked = [{ account: account.id }, { contact: hana.id }]
  for (const filter of asked) {
    expect(await idsOf(listResponses(w.ctx(actor('csm')), filter))).toEqual(expect.arrayContaining([low.id, high.id]))
    expect(await idsOf(listResponses(w.ctx(actor('marketer')), filter))).toEqual([high.id])
    expect(await idsOf(listResponses(w.ctx(actor('viewer')), filter))).toEqual([])
  }
})

test('a key with the scope reads ids and no names, one without reads nothing', async () => {
  await makeResponse(w, program, { contact: hana, score: 2 })
  const { responses } = await listResponses(w.ctx(key))
  expect(responses).toMatchObject([{ contactId: hana.id, accountId: account.id, person: null, account: null }])
  await expect(listResponses(w.ctx({ ...key, scopes: ['cases'] }))).rejects.toMatchObject({ status: 403 })
  await expect(listResponses(w.anonymous())).rejects.toMatchObject({ status: 401 })
})

test('pages follow each other without gap or double, also when many share a day', async () => {
  for (let i = 0; i < 25; i++) await makeResponse(w, program, { score: i % 11, day: 20_500 + (i % 3) })
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await listResponses(w.ctx(), { limit: 4, after })
    seen.push(...page.responses.map((row) => row.id))
    after = page.next ?? undefined
  } while (after)
  expect(seen).toHaveLength(25)
  expect(new Set(seen).size).toBe(25)
})

test('filters narrow by class, program, metric, comment, state and days, both ends included', async () => {
  const csat = await makeProgram(w, { metric: 'csat' })
  const a = await makeResponse(w, program, { score: 2, comment: 'x', day: 20_500 })
  const b = await makeResponse(w, program, { score: 10, day: 20_501 })
  const c = await makeResponse(w, csat, { score: 5, class: 'high', day: 20_502, state: 'unconfirmed', counts: false })
  const d = await makeResponse(w, csat, { score: 1, class: 'low', day: 20_503, isTest: true, counts: false })
  const find = (filter: Parameters<typeof listResponses>[1]) => idsOf(listResponses(w.ctx(), filter))
  expect(await find({})).toEqual([d.id, c.id, b.id, a.id])
  expect(await find({ class: 'low' })).toEqual([d.id, a.id])
  expect(await find({ program: csat.id })).toEqual([d.id, c.id])
  expect(await find({ metric: 'nps' })).toEqual([b.id, a.id])
  expect(await find({ comment: '1' })).toEqual([a.id])
  expect(await find({ state: 'counted' })).toEqual([b.id, a.id])
  expect(await find({ state: 'unconfirmed' })).toEqual([c.id])
  expect(await find({ state: 'test' })).toEqual([d.id])
  expect(await find({ from: '2026-02-17', to: '2026-02-18' })).toEqual([c.id, b.id]) // days 20501 and 20502
})

test('the search finds words in either script, whatever the case, and takes % and _ for what they are', async () => {
  const en = await makeResponse(w, program, { comment: 'The Export is 100% broken' })
  const ja = await makeResponse(w, program, { comment: 'サポートの対応が遅いです' })
  await indexAll(w)
  const find = (q: string) => idsOf(listResponses(w.ctx(), { q }))
  expect(await find('export')).toEqual([en.id])
  expect(await find('100%')).toEqual([en.id])
  expect(await find('対応')).toEqual([ja.id])
  expect(await find('サポート')).toEqual([ja.id])
  expect(await find('%')).toEqual([en.id])
  expect(await find('_')).toEqual([])
})

test('strange filters and altered cursors show a list instead of an error', async () => {
  const one = await makeResponse(w, program, {})
  const odd = { class: 'x', metric: '', from: '2026-02-31', after: 'AAAA', limit: '-5', state: '1' } as never
  expect(await idsOf(listResponses(w.ctx(), odd))).toEqual([one.id])
})

test('an answer that is not there is not found', async () => {
  await expect(getResponse(w.ctx(), 'res_nothing')).rejects.toMatchObject({ status: 404 })
})

test('an answer shows the question with the name of the brand that asked', async () => {
  const wording = standardWording('nps', 'relationship')
  await w.store.write((tx) => tx.update(programVersions).set({ content: { questionId: 'q', wording } }))
  const one = await makeResponse(w, program, { language: 'de' })
  const { response } = await getResponse(w.ctx(), one.id)
  expect(response.question).toContain((await getBrand(w.ctx())).name)
  expect(response.question).not.toContain('{')
})
