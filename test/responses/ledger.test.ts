import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { DAY } from '#app/platform/day.ts'
import { newId } from '#app/platform/ids.server.ts'
import { getLedger } from '#app/responses/get-ledger.server.ts'
import { listClicks } from '#app/responses/list-clicks.server.ts'
import { pruneTouches } from '#app/responses/prune-touches.server.ts'
import { settleTouches } from '#app/responses/record-touches.server.ts'
import { rowsInsert } from '#db/insert-rows.ts'
import { clicks, touches } from '#db/schema/responses-touches.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { customerOf } from '#test/answering/browse.ts'
import { answerTo, customer as giver, invited, makeInvitation, makeProgram } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let one: Awaited<ReturnType<typeof invited>>
let customer: ReturnType<typeof customerOf>
beforeEach(async () => {
  w = await world()
  one = await invited(w)
  customer = customerOf(w, { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)' })
})
const ledger = () => getLedger(w.ctx(), one.program.id)
const someone = async (name: string) =>
  makeInvitation(w, one.program, await w.contact({ name, accountId: one.account.id }))

it('says what came to the links by kind, which clicks are open, and which answers wait', async () => {
  const robot = customerOf(w, { 'user-agent': 'Googlebot/2.1' })
  for (let i = 0; i < 3; i++) await robot.open(one.invitation, '?score=9')
  await customer.open(one.invitation, '?score=9', { method: 'HEAD' })
  await customer.open(await someone('Ana'), '?score=8')
  const burst = await someone('Ben')
  for (const score of [1, 2]) await customer.open(burst, `?score=${score}`)
  const test = await makeInvitation(w, one.program, null, { isTest: true })
  await customer.open(test, '?score=3')
  const elsewhere = await makeInvitation(w, await makeProgram(w), null)
  await customer.open(elsewhere, '?score=3')
  await customer.settle()
  await recordAnswer(giver(w), answerTo(w, await someone('Cleo'), 9, { age: 100 }))
  const seen = await ledger()
  expect(seen.machines.map(({ kind, total }) => [kind, total.n])).toEqual([
    ['head', 1],
    ['robot', 3],
    ['burst', 2],
  ])
  expect([seen.clicks, seen.toDecide.total]).toEqual([
    { n: 1, more: false },
    { n: 1, more: false },
  ])
  w.clock.advance(91 * DAY)
  await pruneTouches(w.system(), { id: 'j', attempt: 1, payload: {}, progress: async () => {}, stopping: () => false })
  const later = await ledger()
  expect([later.machines, later.clicks.n, later.toDecide.total.n]).toEqual([[], 0, 0])
  expect([await w.store.db.select().from(touches), await w.store.db.select().from(clicks)]).toEqual([[], []])
})

it('stops counting at ten thousand', async () => {
  const insert = rowsInsert(touches, ['id', 'invitationId', 'programId', 'at', 'method', 'score', 'network', 'agentHash', 'flags', 'kind']) // prettier-ignore
  const row = { invitationId: one.invitation.id, programId: one.program.id, at: w.now(), method: 'GET', score: 9 }
  const rows = Array.from({ length: 10_001 }, () => ({ ...row, id: newId('tch', w.now()), network: 'n', agentHash: 'a', flags: [], kind: 'burst' as const })) // prettier-ignore
  await w.store.write((tx) => insert(tx, rows))
  expect((await ledger()).machines).toEqual([{ kind: 'burst', total: { n: 10_000, more: true } }])
})

it('lists open clicks, the latest first and in pages, and forgets them with the answer', async () => {
  const links = []
  for (let i = 0; i < 52; i++) links.push(await someone(`Person ${i}`))
  for (const [i, link] of links.entries()) {
    w.clock.advance(60_000)
    await customer.open(link, `?score=${i % 11}`)
    if (i % 10 === 9) await customer.settle()
  }
  await customer.settle()
  const list = (after?: string | null) => listClicks(w.ctx(), { programId: one.program.id, after })
  const first = await list()
  const second = await list(first.next)
  expect([first.clicks.length, second.clicks.length, second.next]).toEqual([50, 2, null])
  expect(first.clicks[0]).toMatchObject({ person: 'Person 51', account: one.account.name, score: 51 % 11 })
  const last = links.at(-1)!
  await customer.post(last, { score: '7', nonce: answerTo(w, last, 7).nonce.key, lang: 'en' })
  expect((await list()).clicks[0]).toMatchObject({ person: 'Person 50' })
  expect((await w.store.db.select().from(clicks)).length).toBe(52)
  await customer.settle()
  await settleTouches(w.store)
  expect((await w.store.db.select().from(clicks)).length).toBe(51)
})

it('names nobody to who may not know the author', async () => {
  await customer.open(await someone('Ana'), '?score=9')
  await customer.open(await someone('Ben'), '?score=2')
  await customer.settle()
  const seenBy = async (role: 'csm' | 'marketer' | 'viewer') => {
    const { actor } = await w.user({ roles: [role] })
    const list = await listClicks(w.ctx(actor), { programId: one.program.id })
    return list.clicks.map((row) => [row.person, row.account, row.contactId].filter(Boolean).length).sort()
  }
  expect([await seenBy('csm'), await seenBy('marketer'), await seenBy('viewer')]).toEqual([[3, 3], [0, 3], [0, 0]]) // prettier-ignore
})

it('keeps the latest score of who follows two', async () => {
  await customer.open(one.invitation, '?score=9')
  w.clock.advance(60_000)
  await customer.open(one.invitation, '?score=4')
  w.clock.advance(60_000)
  await customer.open(one.invitation)
  await customer.settle()
  expect((await w.store.db.select().from(clicks)).map(({ score }) => score)).toEqual([4])
})

it('forgets a click that turns out to be a machine’s, and keeps the one that a person left before', async () => {
  const open = async (link: typeof one.invitation, query: string) => {
    await customer.open(link, query)
    await customer.settle()
    const left = await w.store.db.select().from(clicks).where(eq(clicks.invitationId, link.id))
    return left.map(({ score }) => score)
  }
  const other = await someone('Ana')
  expect([await open(one.invitation, '?score=7'), await open(other, '')]).toEqual([[7], []])
  w.clock.advance(3_600_000)
  for (const link of [one.invitation, other]) expect(await open(link, '?score=9')).toEqual([9])
  w.clock.advance(1_000)
  expect([await open(one.invitation, '?score=8'), await open(other, '?score=8')]).toEqual([[7], []])
  const left = await w.store.db.select().from(touches).where(eq(touches.invitationId, one.invitation.id))
  expect(left.toSorted((a, b) => a.at - b.at).map(({ kind }) => kind)).toEqual(['person', 'burst', 'burst'])
})
