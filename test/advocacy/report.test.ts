import { afterEach, beforeEach, expect, test } from 'vitest'
import { getReport } from '#app/advocacy/report/get-report.server.ts'
import { listBehind } from '#app/advocacy/report/list-behind.server.ts'
import { reportBys } from '#app/advocacy/report/report-view.ts'
import { eraseContact } from '#app/loop/erase-contact.server.ts'
import { DAY } from '#app/platform/day.ts'
import { askStandings } from '#db/schema/advocacy-asks.ts'
import { serve } from '#test/access/listener.ts'
import { agree, promoters } from '#test/advocacy/asking-world.ts'
import { asked, pastAsk, referred, says } from '#test/advocacy/report-world.ts'
import type { ContactRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let [hana, ken, yui, mio] = [] as unknown as [ContactRow, ContactRow, ContactRow, ContactRow]
let served: Awaited<ReturnType<typeof serve>>

/** Two companies with two promoters each, from Monday, 2 March 2026, 10:00 in Tokyo. */
beforeEach(async () => {
  w = await world()
  const aoi = await w.account({ name: 'Aoi', tier: 'Business', industry: '=SUM(A1)<b>' })
  const midori = await w.account({ name: 'Midori', tier: null, industry: 'Retail' })
  ;[hana, ken] = (await promoters(w, aoi, ['Hana', 'Ken'])) as [ContactRow, ContactRow]
  ;[yui, mio] = (await promoters(w, midori, ['Yui', 'Mio'])) as [ContactRow, ContactRow]
  served = await serve(w)
})
afterEach(() => served.close())

/** Hana did it, Ken said yes, Yui said no, nobody asked Mio; Hana brought four leads and Ken one that is under review. */
async function year() {
  await says(w, hana.id, await asked(w, hana.id), 'done')
  await says(w, ken.id, await asked(w, ken.id), 'accept')
  await says(w, yui.id, await asked(w, yui.id, 'reference'), 'decline').catch(() => {})
  await referred(w, hana.id)
  await referred(w, hana.id, ['qualify', 'lose'])
  await referred(w, hana.id, ['qualify', 'win'], '¥250,000')
  await referred(w, hana.id, ['qualify', 'win'], 'USD 1,200.50')
  await referred(w, hana.id, ['reject'])
}

test('people are counted once a step, leads by how far they came, and no deal is dropped for its currency', async () => {
  await agree(w, `con:${yui.id}`, 'reference')
  await year()
  const { all, revenue, closed, toRevenue } = await getReport(w.ctx())
  expect(all).toMatchObject({ promoters: 4, asked: 3, accepted: 2, acted: 1 })
  // Four of five: one was rejected. Qualified: the lost one was, and both that are won.
  expect(all).toMatchObject({ leads: 4, qualified: 3, won: 2 })
  const sums = { deals: 2, baseMinor: 250_000, apart: [{ currency: 'USD', deals: 1, minor: 120_050 }] }
  expect(revenue).toEqual(sums)
  expect(closed).toEqual(sums)
  expect(all).toMatchObject({ baseMinor: 250_000, unconverted: 1 })
  expect(toRevenue.n).toBe(2)
})

test('who was asked for two things is one person, in the row of each kind and once in all', async () => {
  await pastAsk(w, hana.id, { state: 'done' })
  await pastAsk(w, hana.id, { state: 'declined', kind: 'review' })
  const { all, rows } = await getReport(w.ctx(), { by: 'kind' })
  expect(all).toMatchObject({ asked: 1, accepted: 1, acted: 1 })
  expect(rows.map(({ key, asked, accepted }) => [key, asked, accepted])).toEqual([
    ['referral', 1, 1],
    ['review', 1, 0],
  ])
})

test('a day begins and ends where the organisation is, both days of the period included', async () => {
  // 5 March in Tokyo: from 4 March 15:00 UTC to before 5 March 15:00 UTC.
  const at = (iso: string) => Date.parse(iso)
  for (const [who, sentAt] of [
    [hana, at('2026-03-04T14:59:59.999Z')],
    [ken, at('2026-03-04T15:00:00Z')],
    [yui, at('2026-03-05T14:59:59.999Z')],
    [mio, at('2026-03-05T15:00:00Z')],
  ] as const)
    await pastAsk(w, who.id, { sentAt })
  const people = async (from: string, to: string) => (await listBehind(w.ctx(), { list: 'asked', from, to })).people!.map(({ name }) => name) // prettier-ignore
  expect(await people('2026-03-05', '2026-03-05')).toEqual(['Ken', 'Yui'])
  expect((await getReport(w.ctx(), { from: '2026-03-05', to: '2026-03-05' })).all.asked).toBe(2)
  expect((await getReport(w.ctx(), { from: '2026-03-04', to: '2026-03-06' })).all.asked).toBe(4)
  // As many days before it: the fourth. Days in the wrong order, or none that exist, count as not given.
  expect((await getReport(w.ctx(), { from: '2026-03-05', to: '2026-03-05' })).acceptance.previous.asked).toBe(1)
  for (const query of [
    { from: '2026-03-06', to: '2026-03-04' },
    { from: '2026-02-30', to: '2026-03-06' },
    { days: '7' },
  ]) {
    const { period } = await getReport(w.ctx(), query) // prettier-ignore
    expect(period.lastDay - period.firstDay + 1).toBe(90)
  }
})

const decoded = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>')

/** Every link to a list behind a number, with the number that it says. */
async function linksOf(path: string) {
  const reply = await served.fetch(path, { cookie: await served.signedIn(w.admin.id!), headers: { accept: 'text/html' } }) // prettier-ignore
  const html = await reply.text()
  expect(reply.status).toBe(200)
  const links = [...html.matchAll(/<a\b([^>]*href="(\/advocacy\/report\/list[^"]*)"[^>]*)>([^<]*)/g)].map(
    ([, attributes, href, text]) => ({
      href: decoded(href!),
      n: Number(/(\d+)(?: deals?)?$/.exec(/aria-label="([^"]*)"/.exec(attributes!)?.[1] ?? text!)?.[1]),
    }),
  )
  return { html, links }
}

/** How many a list holds, over its pages. */
async function lengthOf(href: string): Promise<number> {
  let n = 0
  const query = Object.fromEntries(new URL(href, 'http://koe.test').searchParams)
  for (let after: string | null | undefined; after !== null;) {
    const { people, leads, next } = await listBehind(w.ctx(), { ...query, after })
    n += (people ?? leads).length
    after = next
  }
  return n
}

test('the list behind every number has exactly as many as it says, whatever the numbers are shown apart by', async () => {
  await agree(w, `con:${yui.id}`, 'reference')
  await year()
  await pastAsk(w, hana.id, { sentAt: w.now() - 200 * DAY })
  for (const by of reportBys)
    for (const days of [30, 365]) {
      const { links } = await linksOf(`/advocacy/report?by=${by}&days=${days}`)
      for (const { href, n } of links) expect({ href, n: await lengthOf(href) }).toEqual({ href, n })
      // Seven steps twice, two of revenue, the bands, and rows.
      expect(links.length).toBeGreaterThan(20)
      expect(links.some(({ href }) => href.includes('none=1'))).toBe(by === 'tier')
    }
})

test('a list of more than a page is read to its end, nobody twice', async () => {
  const aoi = await w.account({ name: 'Large' })
  for (const person of await promoters(
    w,
    aoi,
    Array.from({ length: 60 }, (_, i) => `Same Name ${i % 3}`),
  ))
    await pastAsk(w, person.id)
  const seen: string[] = []
  for (let after: string | null | undefined; after !== null;) {
    const { people, next } = await listBehind(w.ctx(), { list: 'asked', after })
    seen.push(...people!.map(({ id }) => id))
    after = next
  }
  expect([seen.length, new Set(seen).size]).toEqual([60, 60])
})

test('a row of fewer than ten says how many and no share; what people typed is shown as it is', async () => {
  await year().catch(() => {})
  const { html } = await linksOf('/advocacy/report?by=industry')
  expect(html).toContain('too few')
  expect(html).toContain('=SUM(A1)&lt;b&gt;')
  expect(html).not.toContain('=SUM(A1)<b>')
  const reply = await served.fetch('/advocacy/report/export?by=industry&format=csv', { cookie: await served.signedIn(w.admin.id!) }) // prettier-ignore
  const text = await reply.text()
  expect(text).toContain("'=SUM(A1)<b>")
  const [, together, ...rows] = text.trim().split('\r\n')
  expect(together).toContain('All together')
  // Hana and Ken were asked: too few for a share; the whole says its own.
  expect(rows.find((row) => row.includes('SUM'))).toMatch(/,2,2,2,,,,/)
})

test('what an erased person was asked is counted by its events, apart, and their leads stay', async () => {
  await agree(w, `con:${yui.id}`, 'reference')
  await year()
  const before = await getReport(w.ctx())
  expect(before.erased).toEqual({ asked: 0, accepted: 0, acted: 0 })
  await eraseContact(w.ctx(), { contactId: hana.id })
  await eraseContact(w.ctx(), { contactId: yui.id })
  const after = await getReport(w.ctx())
  expect(after.all).toMatchObject({ promoters: 2, asked: 1, accepted: 1, acted: 0 })
  expect(after.erased).toEqual({ asked: 2, accepted: 1, acted: 1 })
  expect(after.all).toMatchObject({ leads: 4, qualified: 3, won: 2, baseMinor: 250_000 })
  expect(after.toRevenue.n).toBe(0) // the answer that started it is nobody's any more
  const { html } = await linksOf('/advocacy/report')
  expect(html).toContain('Besides: 2 asks of people who have been erased since (1 said yes, 1 done).')
  // Not of another period.
  expect((await getReport(w.ctx(), { from: '2026-01-01', to: '2026-02-01' })).erased.asked).toBe(0)
})

test('the bench: who was never asked, who carries the asks, who can be asked for what', async () => {
  await pastAsk(w, hana.id, { sentAt: w.now() - 10 * DAY })
  await pastAsk(w, hana.id, { sentAt: w.now() - 40 * DAY })
  await pastAsk(w, ken.id, { sentAt: w.now() - 30 * DAY - 1 })
  await pastAsk(w, yui.id, { sentAt: w.now() - 30 * DAY + 1 })
  await w.store.write(async (tx) => {
    for (const [kind, blocks] of [['referral', 0], ['review', 1]] as const)
      await tx.insert(askStandings).values({ kind, contactId: mio.id, blocks, nominatedAt: 1, checkedAt: 1 })
  }) // prettier-ignore
  const { idle, top, askable } = await getReport(w.ctx())
  expect(idle).toEqual([
    { band: 'never', n: 1 },
    { band: '0', n: 2 },
    { band: '30', n: 1 },
    { band: '90', n: 0 },
    { band: '180', n: 0 },
    { band: '365', n: 0 },
  ])
  expect(top).toMatchObject({ theirs: 4, of: 4, people: [{ name: 'Hana', n: 2 }, { n: 1 }, { n: 1 }] })
  expect(askable.filter(({ n }) => n > 0)).toEqual([{ kind: 'referral', n: 1 }])
})

test('nothing yet: the page says where to begin, and divides by nothing', async () => {
  const other = await world()
  expect((await getReport(other.ctx())).all).toMatchObject({ promoters: 0, asked: 0, leads: 0 })
  const { html } = await linksOf('/advocacy/report?by=holder')
  expect(html).toContain('Nobody was asked and nobody was referred in this period.')
  expect(html).not.toMatch(/NaN|undefined/)
  const viewer = await w.user({ roles: ['viewer'] })
  await expect(getReport(w.ctx(viewer.actor))).rejects.toMatchObject({ status: 403 })
  await expect(listBehind(w.ctx(viewer.actor))).rejects.toMatchObject({ status: 403 })
})
