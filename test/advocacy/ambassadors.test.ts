import { afterEach, beforeEach, expect, test } from 'vitest'
import { listAmbassadors } from '#app/advocacy/ambassadors/list-ambassadors.server.ts'
import { bitOf } from '#app/advocacy/asking/blocks.ts'
import { withdrawConsent } from '#app/advocacy/withdraw-consent.server.ts'
import { eraseContact } from '#app/loop/erase-contact.server.ts'
import { DAY } from '#app/platform/day.ts'
import type { AskBlock, AskKind } from '#db/enums/advocacy.ts'
import { askStandings } from '#db/schema/advocacy-asks.ts'
import { serve } from '#test/access/listener.ts'
import { agree, promoters } from '#test/advocacy/asking-world.ts'
import { asked, pastAsk, referred, says } from '#test/advocacy/report-world.ts'
import type { AccountRow, ContactRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let account: AccountRow
let [hana, ken] = [] as unknown as [ContactRow, ContactRow]
let served: Awaited<ReturnType<typeof serve>>
beforeEach(async () => {
  w = await world()
  account = await w.account({ name: 'Aoi' })
  ;[hana, ken] = (await promoters(w, account, ['Hana', 'Ken'])) as [ContactRow, ContactRow]
  served = await serve(w)
})
afterEach(() => served.close())

const names = async (input: Parameters<typeof listAmbassadors>[1] = {}) =>
  (await listAmbassadors(w.ctx(), input)).ambassadors.map(({ person }) => person)
const page = async (path: string) => (await served.fetch(path, { cookie: await served.signedIn(w.admin.id!), headers: { accept: 'text/html' } })).text() // prettier-ignore

test('nobody yet: the page says how to get the first', async () => {
  const html = await page('/ambassadors')
  expect(html).toContain('No ambassadors yet')
  expect(html).toContain('href="/asks/who?kind=ambassador"')
})

test('who says yes to being one is one from then on, until they take it back or are erased', async () => {
  await says(w, hana.id, await asked(w, hana.id, 'ambassador'), 'decline')
  await says(w, ken.id, await asked(w, ken.id, 'ambassador'), 'accept')
  const since = w.now()
  w.clock.advance(400 * DAY)
  expect((await listAmbassadors(w.ctx())).ambassadors).toEqual([
    expect.objectContaining({ person: 'Ken', account: 'Aoi', since, anniversary: expect.objectContaining({ years: 2 }) as unknown, quotes: 0, done: [] }),
  ]) // prettier-ignore
  await withdrawConsent(w.ctx(), { contactId: ken.id, kind: 'ambassador' })
  expect(await names()).toEqual([])
  await agree(w, `con:${hana.id}`, 'ambassador')
  expect(await names()).toEqual(['Hana'])
  await eraseContact(w.ctx(), { contactId: hana.id })
  expect(await names()).toEqual([])
})

test('it says what each did: asks by kind, referrals and what they were worth, the last contact', async () => {
  await agree(w, `con:${hana.id}`, 'ambassador')
  for (const [kind, state] of [['reference', 'done'], ['reference', 'done'], ['event', 'done'], ['review', 'accepted']] as const)
    await pastAsk(w, hana.id, { kind, state, sentAt: w.now() - 50 * DAY }) // prettier-ignore
  await referred(w, hana.id)
  await referred(w, hana.id, ['reject'])
  await referred(w, hana.id, ['qualify', 'win'], '¥300,000')
  await referred(w, hana.id, ['qualify', 'win'], 'EUR 10')
  const [found] = (await listAmbassadors(w.ctx())).ambassadors
  expect(found).toMatchObject({
    done: [
      { kind: 'reference', n: 2 },
      { kind: 'event', n: 1 },
    ],
    referrals: 3,
    won: 2,
    baseMinor: 300_000,
    unconverted: 1,
    contactedAt: w.now() - 50 * DAY,
  })
  const html = await page('/ambassadors')
  expect(html).toContain('Reference call × 2 · Talk at an event × 1')
  expect(html).toContain('3 referrals, 2 won')
  expect(html).toContain('¥300,000')
})

test('it says when each may be asked again: now, once time has passed, or not just now', async () => {
  for (const { id } of [hana, ken]) await agree(w, `con:${id}`, 'ambassador')
  const stands = (contactId: string, kind: AskKind, ...blocks: AskBlock[]) =>
    w.store.write(async (tx) => void (await tx.insert(askStandings).values({ kind, contactId, blocks: blocks.reduce((sum, block) => sum + bitOf(block), 0), nominatedAt: 1, checkedAt: 1 }))) // prettier-ignore
  const again = async () => Object.fromEntries((await listAmbassadors(w.ctx())).ambassadors.map((row) => [row.person, row.again])) // prettier-ignore
  await stands(hana.id, 'referral')
  await stands(hana.id, 'review', 'asked_lately')
  await stands(ken.id, 'referral', 'case_open')
  expect(await again()).toEqual({ Hana: { now: ['referral'] }, Ken: { blocks: ['case_open'] } })
  // A reference call ten days ago: 30 quiet days after any ask, 180 after one of the kind.
  await pastAsk(w, ken.id, { kind: 'reference', state: 'done', sentAt: w.now() - 10 * DAY })
  await stands(ken.id, 'reference', 'asked_lately', 'cooling_down')
  expect((await again()).Ken).toEqual({ at: w.now() + 170 * DAY })
  await stands(ken.id, 'review', 'asked_lately')
  expect((await again()).Ken).toEqual({ at: w.now() + 20 * DAY })
})

test('found by name or account, sorted either way, read to the end of its pages', async () => {
  const other = await w.account({ name: 'Midori' })
  for (const [i, { id }] of (await promoters(w, other, Array.from({ length: 60 }, (_, i) => `P${String(i % 50).padStart(2, '0')}`))).entries()) {
    if (i % 2) w.clock.advance(DAY)
    await agree(w, `con:${id}`, 'ambassador')
  } // prettier-ignore
  await agree(w, `con:${hana.id}`, 'ambassador')
  expect(await names({ q: 'hana' })).toEqual(['Hana'])
  expect(await names({ q: 'aoi' })).toEqual(['Hana'])
  expect(await names({ q: '<script>' })).toEqual([])
  for (const sort of ['since', '-since', 'name', '-name'] as const) {
    const seen: { contactId: string; since: number; person: string }[] = []
    for (let after: string | undefined; ;) {
      const { ambassadors, next } = await listAmbassadors(w.ctx(), { sort, after })
      seen.push(...ambassadors)
      if (!next) break
      after = next
    }
    expect([sort, new Set(seen.map(({ contactId }) => contactId)).size, seen.length]).toEqual([sort, 61, 61])
    const keys = seen.map((row) => (sort.endsWith('since') ? row.since : row.person.toLowerCase()))
    const rising = keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    expect(keys).toEqual(sort.startsWith('-') ? rising.toReversed() : rising)
  }
  const viewer = await w.user({ roles: ['viewer'] })
  await expect(listAmbassadors(w.ctx(viewer.actor))).rejects.toMatchObject({ status: 403 })
})
