import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { endLostExports } from '#app/audit/export/end-lost-exports.server.ts'
import { openExport } from '#app/audit/export/open-export.server.ts'
import { responseExport } from '#app/responses/export-responses.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { Role } from '#db/enums/audit.ts'
import { events, exports } from '#db/schema/audit.ts'
import { invitations } from '#db/schema/delivery.ts'
import { responses } from '#db/schema/responses.ts'
import { serve } from '#test/access/listener.ts'
import { makeProgram, makeResponse, type ProgramRow } from '#test/cases/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let served: Awaited<ReturnType<typeof serve>>
let program: ProgramRow

beforeEach(async () => {
  w = await world()
  served = await serve(w)
  program = await makeProgram(w)
})
afterEach(() => served.close())

const eventsOf = () => w.store.db.select().from(events).where(eq(events.type, 'audit.exported'))
const runs = () => w.store.db.select().from(exports)

async function download(path: string, role: Role = 'admin', init: RequestInit = {}) {
  const user = await w.user({ roles: [role] })
  const reply = await served.fetch(path, { ...init, cookie: await served.signedIn(user.id) })
  const bytes = Buffer.from(await reply.arrayBuffer())
  return { user, reply, bytes, json: () => JSON.parse(bytes.toString()) as Record<string, unknown>[] }
}

const records = (bytes: Buffer) => parse(bytes, { bom: true, columns: true }) as Record<string, string>[]

/** So many answers, each a millisecond after the one before. */
async function answers(n: number, over: (i: number) => Partial<typeof responses.$inferInsert> = () => ({})) {
  const first = await makeResponse(w, program)
  const [invitation] = await w.store.db.select().from(invitations).where(eq(invitations.id, first.invitationId))
  await w.store.write((tx) => tx.delete(responses))
  for (let from = 0; from < n; from += 100) {
    const made = Array.from({ length: Math.min(100, n - from) }, (_, at) => {
      const i = from + at
      w.clock.advance(1)
      const id = newId('inv', w.now())
      const asked = { ...invitation!, id, respondentKey: id, occasion: `ext:${id}` }
      return {
        asked,
        said: { ...first, id: newId('res', w.now()), invitationId: id, comment: `said ${i}`, ...over(i) },
      }
    })
    await w.store.write(async (tx) => {
      await tx.insert(invitations).values(made.map(({ asked }) => asked))
      await tx.insert(responses).values(made.map(({ said }) => said))
    })
  }
}

test('an export holds exactly what fits the filter, over many steps, newest first', async () => {
  await answers(230, (i) => (i % 2 ? { score: 10, class: 'high' } : {}))
  const all = (await download('/responses/export?format=json')).json()
  expect(all.map((row) => row.comment)).toEqual(Array.from({ length: 230 }, (_, i) => `said ${229 - i}`))
  const unhappy = (await download('/responses/export?format=json&class=low&after=garbage&limit=3')).json()
  expect(unhappy).toHaveLength(115)
  expect(new Set(unhappy.map((row) => row.class))).toEqual(new Set(['low']))
})

test('the file says what it is: type, name in the language of who asks, mark, words, times in the zone', async () => {
  await answers(1, () => ({ comment: '=HYPERLINK("http://evil.example")', answeredAt: w.now() }))
  const { reply, bytes } = await download('/responses/export?format=csv')
  expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  expect(reply.headers.get('content-disposition')).toContain('filename="Responses-2026-03-02.csv"')
  expect(reply.headers.get('cache-control')).toBe('no-store')
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
  expect(records(bytes)).toEqual([
    expect.objectContaining({
      Answered: '2026-03-02T10:00:00+09:00',
      Class: 'Detractor',
      Score: '3',
      Comment: `'=HYPERLINK("http://evil.example")`,
      'In the numbers': 'Yes',
    }),
  ])
})

const sees: [Role, { low: boolean; high: boolean }][] = [
  ['admin', { low: true, high: true }],
  ['lead', { low: true, high: true }],
  ['csm', { low: true, high: true }],
  ['marketer', { low: false, high: true }],
  ['viewer', { low: false, high: false }],
]

test.each(sees)('as %s an export names exactly the authors that the screen names', async (role, names) => {
  const account = await w.account({ name: 'Aoi Trading' })
  const hana = await w.contact({ accountId: account.id, name: 'Mori Hana' })
  await makeResponse(w, program, { contact: hana, score: 2, comment: 'Slow.' })
  await makeResponse(w, program, { contact: hana, score: 10, comment: 'Great.' })
  const rows = (await download('/responses/export?format=json', role)).json()
  for (const [comment, named] of [
    ['Slow.', names.low],
    ['Great.', names.high],
  ] as const)
    expect(rows.find((row) => row.comment === comment)).toMatchObject({
      person: named ? 'Mori Hana' : null,
      contact_id: named ? hana.id : null,
      account: named ? 'Aoi Trading' : null,
      account_id: named ? account.id : null,
    })
  const about = (await download(`/responses/export?format=json&contact=${hana.id}`, role)).json()
  expect(about).toHaveLength(Number(names.low) + Number(names.high))
})

test('who may not see a list may not take it out, and no file is made without a known format', async () => {
  expect((await download('/cases/export?format=csv', 'viewer')).reply.status).toBe(403)
  expect((await download('/contacts/export?format=csv', 'viewer')).reply.status).toBe(403)
  expect((await download('/settings/people/export?format=csv', 'csm')).reply.status).toBe(403)
  expect((await served.fetch('/responses/export?format=csv')).status).toBe(401)
  expect((await download('/responses/export?format=exe')).reply.status).toBe(400)
  expect((await download('/responses/export')).reply.status).toBe(400)
  expect((await download('/responses/export?format=csv', 'admin', { method: 'HEAD' })).reply.status).toBe(200)
  expect([await runs(), await eventsOf()]).toEqual([[], []])
})

test('each export leaves one event: who, which list, filter without typed text, format, rows', async () => {
  for (const name of ['Mori Hana', 'Mori Ken', 'Ono Ryo']) await w.contact({ name })
  const { user } = await download('/contacts/export?format=csv&q=mori&state=active')
  expect(await eventsOf()).toEqual([
    expect.objectContaining({
      actorKind: 'user',
      actorId: user.id,
      subjectKind: 'export',
      data: {
        list: 'contacts',
        format: 'csv',
        filter: { q: true, state: 'active' },
        rows: 2,
        replaced: 0,
        replacedRows: 0,
        ended: 'complete',
      },
    }),
  ])
})

test('the page that asked learns how many characters Shift_JIS lacked, and nobody else does', async () => {
  await answers(2, (i) => ({ comment: i ? '𠮷野家が😀' : '良い' }))
  const ref = 'abcdefghij0123456789'
  const { user, reply } = await download(`/responses/export?format=sjis&ref=${ref}`)
  expect(reply.headers.get('content-type')).toContain('Shift_JIS')
  const ask = async (id: string) => {
    const page = await served.fetch(`/settings/exports?ref=${ref}&_data=audit/routes/exports.tsx`, {
      cookie: await served.signedIn(id),
    })
    return ((await page.json()) as { exports: unknown[] }).exports
  }
  expect(await ask(user.id)).toEqual([
    expect.objectContaining({ state: 'complete', rows: 2, replaced: 2, replacedRows: 1 }),
  ])
  expect(await ask((await w.user({ roles: ['admin'] })).id)).toEqual([])
})

test('who leaves in the middle ends the reading, and the event says after how many rows', async () => {
  await answers(650)
  const ctx = w.ctx()
  const { body } = await openExport(ctx, responseExport, { query: {}, format: 'csv', ref: null, locale: 'en' })
  const reader = body.getReader()
  await reader.read() // the header
  await reader.read() // one step
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect((await eventsOf()).length).toBe(0) // what isn't taken isn't read on
  await reader.cancel()
  expect(await eventsOf()).toEqual([
    expect.objectContaining({ data: expect.objectContaining({ rows: 200, ended: 'aborted' }) }),
  ])
  expect(await runs()).toEqual([expect.objectContaining({ state: 'aborted', rows: 200 })])
})

test('a connection that breaks off ends its export', async () => {
  await answers(1_200, () => ({ comment: 'x'.repeat(5_000) }))
  const user = await w.user({ roles: ['admin'] })
  const gone = new AbortController()
  const reply = await served.fetch('/responses/export?format=csv', {
    cookie: await served.signedIn(user.id),
    signal: gone.signal,
  })
  await reply.body!.getReader().read()
  gone.abort()
  while ((await eventsOf()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  const [event] = await eventsOf()
  expect(event!.data).toMatchObject({ ended: 'aborted' })
  expect(event!.data.rows).toBeLessThan(1_200)
})

test('an export that breaks never looks whole: its stream fails and its event says so', async () => {
  await answers(450)
  let steps = 0
  const breaking = {
    ...responseExport,
    page: (...args: Parameters<typeof responseExport.page>) => {
      if (steps++ === 1) throw new Error('the disk is gone')
      return responseExport.page(...args)
    },
  }
  const { body } = await openExport(w.ctx(), breaking, { query: {}, format: 'json', ref: null, locale: 'en' })
  await expect(new Response(body).text()).rejects.toThrow('the disk is gone')
  expect(await eventsOf()).toEqual([
    expect.objectContaining({ data: expect.objectContaining({ rows: 200, ended: 'failed' }) }),
  ])
})

test('an export whose process died gets its event, in the name of who began it', async () => {
  const user = await w.user({ roles: ['lead'] })
  await answers(250)
  const { body } = await openExport(w.ctx(user.actor), responseExport, {
    query: {},
    format: 'csv',
    ref: null,
    locale: 'en',
  })
  await body.getReader().read() // and then nobody asks for more
  await endLostExports(w.system())
  expect(await eventsOf()).toEqual([])
  w.clock.advance(31 * 60_000)
  await endLostExports(w.system())
  await endLostExports(w.system())
  expect(await eventsOf()).toEqual([
    expect.objectContaining({ actorId: user.id, data: expect.objectContaining({ list: 'responses', ended: 'lost' }) }),
  ])
  w.clock.advance(91 * 86_400_000)
  await endLostExports(w.system())
  expect(await runs()).toEqual([])
})
