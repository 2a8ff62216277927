import { beforeEach, expect, it } from 'vitest'
import { DAY } from '#app/platform/day.ts'
import { invitations } from '#db/schema/delivery.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'
import { customerOf, fieldOf } from '#test/answering/browse.ts'
import { invited } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let one: Awaited<ReturnType<typeof invited>>
let customer: ReturnType<typeof customerOf>
beforeEach(async () => {
  w = await world()
  one = await invited(w)
  customer = customerOf(w)
})
const states = async () => (await w.store.db.select().from(responses)).map((row) => row.state)
async function answer(score = '9', comment = 'Secret words') {
  const { html } = await customer.open(one.invitation)
  w.clock.advance(10_000)
  await customer.post(one.invitation, { score, comment, nonce: fieldOf(html, 'nonce'), lang: 'en' })
  w.clock.advance(1_000)
}
async function asked(wait = 10_000) {
  const { html } = await customer.open(one.invitation, '?takeback=1')
  w.clock.advance(wait)
  return { takeback: fieldOf(html, 'takeback'), nonce: fieldOf(html, 'nonce'), lang: 'en' }
}

it('is offered on the thanks, asked once more, and done; then the survey can be answered anew', async () => {
  await answer()
  expect((await customer.open(one.invitation, '?thanks=1')).html).toContain('Take my answer back')
  const page = await customer.open(one.invitation, '?takeback=1')
  expect(page.html).toContain('Take your answer back?')
  expect(page.html).not.toContain('Secret words')
  expect(await states()).toEqual(['counted'])
  expect(await customer.post(one.invitation, await asked())).toMatchObject({
    status: 303,
    location: expect.stringContaining('?takenback=1&lang=en'),
  })
  expect(await states()).toEqual(['withdrawn'])
  expect((await customer.open(one.invitation, '?takenback=1')).html).toContain('Your answer is taken back')
  expect((await customer.open(one.invitation, '?thanks=1')).html).toContain('name="score"')
  w.clock.advance(1_000)
  await answer('3')
  expect(await states()).toEqual(['counted'])
})

it('never happens by a GET, at once, or without the nonce of the page that asks', async () => {
  await answer()
  for (const query of ['?takeback=1', '?takenback=1', '?takeback=1&nonce=x'])
    expect((await customer.open(one.invitation, query)).status).toBe(200)
  await customer.open(one.invitation, '?takeback=1', { method: 'HEAD' })
  const survey = fieldOf((await customer.open(one.invitation)).html, 'nonce')
  expect((await customer.post(one.invitation, await asked(100))).status).toBe(202)
  w.clock.advance(10_000)
  for (const nonce of ['', 'x', survey, `${(await asked()).nonce}x`])
    expect((await customer.post(one.invitation, { takeback: '1', nonce })).status).toBe(202)
  expect(await states()).toEqual(['counted'])
  // What the page after a press that came too soon carries is a person's.
  const { html } = await customer.post(one.invitation, await asked(100))
  w.clock.advance(2_000)
  await customer.post(one.invitation, { takeback: '1', nonce: fieldOf(html, 'nonce') })
  expect(await states()).toEqual(['withdrawn'])
})

it('a nonce of another person’s page takes nothing back, and a nonce can’t answer', async () => {
  await answer()
  const other = await invited(w, { program: one.program })
  const mine = await asked()
  expect((await customer.post(other.invitation, mine)).status).toBe(303) // nothing to take back there
  expect(await states()).toEqual(['counted'])
  expect((await customer.post(one.invitation, { score: '2', nonce: mine.nonce })).status).toBe(400)
  expect((await w.store.db.select().from(responseRevisions)).length).toBe(1)
})

it('once the days are over the page says that the answer stands, and offers no change', async () => {
  await w.store.write((tx) => tx.update(programs).set({ changeDays: 100 }))
  await answer()
  const late = await asked()
  w.clock.advance(80 * DAY) // the invitation itself has long expired
  expect((await w.store.db.select().from(invitations))[0]!.expiresAt).toBeLessThan(w.now())
  expect((await customer.open(one.invitation)).html).toContain('name="score"')
  w.clock.advance(20 * DAY)
  for (const query of ['', '?thanks=1', '?takeback=1', '?score=2']) {
    const { status, html } = await customer.open(one.invitation, query)
    expect(status).toBe(200)
    expect(html).toContain('Your answer stands as you gave it')
    expect(html).not.toMatch(/name="score"|takeback=1/)
  }
  expect(await customer.post(one.invitation, late)).toMatchObject({ status: 303, location: expect.stringContaining('thanks=1') }) // prettier-ignore
  expect(await states()).toEqual(['counted'])
})

it('speaks Japanese, and has kind words for links that are none', async () => {
  await answer()
  const page = await customer.open(one.invitation, '?takeback=1&lang=ja')
  expect(page.html).toContain('回答を取り消しますか')
  expect((await customer.post({ id: 'inv_nobody', gen: 1 }, { takeback: '1' })).status).toBe(404)
  expect((await customer.post({ ...one.invitation, gen: 9 }, { takeback: '1' })).status).toBe(410)
})
