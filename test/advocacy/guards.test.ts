import { afterEach, beforeEach, expect, test } from 'vitest'
import { editAskKind } from '#app/advocacy/catalogue/edit-ask-kind.server.ts'
import { standardAsks } from '#app/advocacy/catalogue/standard-asks.ts'
import { listGuards, openGuards } from '#app/advocacy/guards/list-guards.server.ts'
import { seeGuard } from '#app/advocacy/guards/see-guard.server.ts'
import { DAY } from '#app/platform/day.ts'
import { serve } from '#test/access/listener.ts'
import { promoters } from '#test/advocacy/asking-world.ts'
import { pastAsk } from '#test/advocacy/report-world.ts'
import type { ContactRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let people: ContactRow[]
let served: Awaited<ReturnType<typeof serve>>
beforeEach(async () => {
  w = await world()
  people = await promoters(
    w,
    await w.account({ name: 'Aoi' }),
    Array.from({ length: 40 }, (_, i) => `Person ${i}`),
  )
  served = await serve(w)
})
afterEach(() => served.close())

const kinds = async () => (await listGuards(w.ctx())).map(({ kind }) => kind)
async function visit(path: string, fields?: Record<string, string>, as = w.admin.id!) {
  const body = fields && new URLSearchParams(fields)
  const reply = await served.fetch(path, { method: body ? 'POST' : 'GET', body, cookie: await served.signedIn(as), headers: { accept: 'text/html' } }) // prettier-ignore
  return { status: reply.status, to: reply.headers.get('location'), html: await reply.text() }
}
const gatingTitle = 'Only promoters are asked for public reviews'

test('as long as reviews are asked for at all, gating is warned of where they are asked and where their rules are', async () => {
  expect(await kinds()).toEqual(['gating'])
  for (const path of ['/advocacy/report', '/asks/who?kind=review', '/settings/asks/review']) {
    const { html } = await visit(path)
    expect([path, html.includes(gatingTitle)]).toEqual([path, true])
    expect(html).toContain('whatever they scored')
  }
  for (const path of ['/asks/who?kind=referral', '/settings/asks/referral'])
    expect((await visit(path)).html).not.toContain(gatingTitle)
  await editAskKind(w.ctx(), { kind: 'review', base: 0, content: { ...standardAsks.review, on: false } })
  expect(await kinds()).toEqual([])
})

test('a warning that somebody answers for is away for 30 days, everywhere and for everybody, and comes back', async () => {
  const marketer = await w.user({ name: 'Sofia', roles: ['marketer'] })
  await seeGuard(w.ctx(marketer.actor), { guard: 'gating', verb: 'see' })
  expect((await listGuards(w.ctx()))[0]!.seen).toEqual({ by: 'Sofia', until: w.now() + 30 * DAY })
  expect(await openGuards(w.ctx(), 'gating')).toEqual([])
  expect((await visit('/advocacy/report')).html).toContain('Seen by Sofia, back on')
  expect((await visit('/settings/audit?type=advocacy.guard_seen')).html).toContain('Put a warning of advocacy aside')
  w.clock.advance(30 * DAY - 1)
  expect(await openGuards(w.ctx(), 'gating')).toEqual([])
  w.clock.advance(1)
  expect(await openGuards(w.ctx(), 'gating')).toHaveLength(1)
})

test('a press puts it aside, undo shows it again; it leads back to pages of ours alone, and a csm may not', async () => {
  const press = (fields: Record<string, string>, as?: string) => visit('/advocacy/guards', { guard: 'gating', verb: 'see', ...fields }, as) // prettier-ignore
  expect(await press({ back: '/asks/who?kind=review' })).toMatchObject({ status: 302, to: '/asks/who?kind=review' })
  expect(await openGuards(w.ctx(), 'gating')).toEqual([])
  w.clock.advance(1000)
  for (const back of ['//evil.example', 'https://evil.example/asks/who', '/asks/who\\@evil.example', '/settings'])
    expect(await press({ back, verb: 'show' })).toMatchObject({ status: 302, to: '/advocacy/report' })
  w.clock.advance(1000)
  expect(await openGuards(w.ctx(), 'gating')).toHaveLength(1)
  expect((await press({ guard: 'nonsense' })).status).toBe(400)
  const csm = await w.user({ roles: ['csm'] })
  expect((await press({}, csm.id)).status).toBe(403)
  expect((await visit('/advocacy/report', undefined, csm.id)).html).not.toContain('action="/advocacy/guards"')
})

test('five people who carry most asks of the last 90 days are warned of, from twenty asks on', async () => {
  // Nine of nineteen to five people; with one more to somebody else nine of twenty, 45 %.
  for (const i of [0, 0, 0, 1, 1, 2, 2, 3, 4, ...Array.from({ length: 10 }, (_, n) => n + 5)])
    await pastAsk(w, people[i]!.id)
  await pastAsk(w, people[20]!.id, { sentAt: w.now() - 91 * DAY })
  expect(await kinds()).not.toContain('few_carry')
  await pastAsk(w, people[21]!.id)
  w.clock.advance(1)
  expect(await listGuards(w.ctx())).toContainEqual(expect.objectContaining({ kind: 'few_carry', theirs: 9, of: 20 }))
  expect((await visit('/asks/who')).html).toContain(
    'In the last 90 days five people got 9 of 20 asks (45%; more than 40% is too much).',
  )
})

test('acceptance that falls is warned of, but not for asks that may still be answered or that we stopped', async () => {
  // The 90 days before: 30 of 40 people said yes. The last 90: 10 of 40.
  const at = (days: number) => w.now() - days * DAY
  for (const [i, { id }] of people.entries()) {
    await pastAsk(w, id, { sentAt: at(120), state: i < 30 ? 'accepted' : 'declined' })
    await pastAsk(w, id, { sentAt: at(20), state: i < 10 ? 'done' : i < 25 ? 'sent' : 'cancelled' })
  }
  expect(await kinds()).not.toContain('acceptance') // ten answers are in
  for (const { id } of people.slice(10)) await pastAsk(w, id, { sentAt: at(19), state: 'expired' })
  const found = (await listGuards(w.ctx())).find(({ kind }) => kind === 'acceptance')
  expect(found).toMatchObject({ now: { value: 0.25, n: 40 }, before: { value: 0.75, n: 40 } })
  expect((await visit('/advocacy/report')).html).toContain(
    'Of people whose answer is in, 25% (n = 40) said yes in the last 90 days, 75% (n = 40) in the 90 days before',
  )
})
