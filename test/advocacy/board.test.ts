import { beforeEach, describe, expect, test } from 'vitest'
import { after } from '#app/advocacy/asking/ask.ts'
import { boardColumns, mostOnColumn } from '#app/advocacy/asking/board.ts'
import { finishAsk } from '#app/advocacy/asking/finish-ask.server.ts'
import { getBoard } from '#app/advocacy/asking/get-board.server.ts'
import { listAsks } from '#app/advocacy/asking/list-asks.server.ts'
import { changeTask } from '#app/advocacy/tasks/change-task.server.ts'
import { listTasks } from '#app/advocacy/tasks/list-tasks.server.ts'
import { DAY } from '#app/platform/day.ts'
import { askStates, type AskState } from '#db/enums/advocacy.ts'
import { accounts } from '#db/schema/accounts.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'
import { referrals } from '#db/schema/advocacy-referrals.ts'
import { insert, type AccountRow, type ContactRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let account: AccountRow
let hana: ContactRow
beforeEach(async () => {
  w = await world()
  account = await w.account({ name: 'Aoi Trading' })
  hana = await w.contact({ accountId: account.id, name: 'Mori Hana' })
})

let n = 0
async function ask(state: AskState, more: Partial<typeof asks.$inferInsert> = {}) {
  const contact = await w.contact({ accountId: account.id, name: `Person ${++n}` })
  const id = `ask_b${String(n).padStart(4, '0')}`
  await insert(w.store, asks, {
    id,
    kind: 'reference',
    version: 0,
    contactId: contact.id,
    accountId: account.id,
    state,
    channel: 'mail',
    holderId: w.admin.id!,
    reservedAt: w.now(),
    reservedUntil: w.now() + DAY,
    quarter: 8104,
    language: 'en',
    ...more,
  })
  return id
}
const columns = async (filter = {}, ctx = w.ctx()) =>
  Object.fromEntries((await getBoard(ctx, filter)).map(({ key, n, cards }) => [key, { n, shown: cards.length }]))

describe('the board', () => {
  test('has every ask that may still become something in one column, and none that was stopped', async () => {
    for (const state of askStates) await ask(state)
    const board = await getBoard(w.ctx(), {})
    const states = board.flatMap(({ cards }) => cards.map((card) => card.state))
    expect(states.sort()).toEqual(askStates.filter((one) => one !== 'cancelled' && one !== 'lapsed').sort())
    expect(boardColumns.map(({ key }) => key)).toEqual(['reserved', 'queued', 'sent', 'accepted', 'done', 'ended'])
    for (const card of board.flatMap(({ cards }) => cards)) {
      expect(card.mayFinish, card.state).toBe(after(card.state, 'finish') !== null)
      expect(card.mayStop, card.state).toBe(after(card.state, 'stop') !== null)
    }
  })

  test('shows the newest few of a column and counts all; the list has the rest', async () => {
    for (let i = 0; i < mostOnColumn + 3; i++) await ask('sent')
    expect((await columns()).sent).toEqual({ n: mostOnColumn + 3, shown: mostOnColumn })
    expect((await listAsks(w.ctx(), { state: 'sent' })).asks).toHaveLength(mostOnColumn + 3)
  })

  test('is narrowed like the list: by kind, and to what the reader asks', async () => {
    const other = await w.user({ roles: ['marketer'] })
    const event = await ask('sent', { kind: 'event' })
    const theirs = await ask('accepted', { holderId: other.id })
    const ids = async (filter: { kind?: 'event'; mine?: '1' }, ctx = w.ctx()) => [
      (await getBoard(ctx, filter)).flatMap(({ cards }) => cards.map(({ id }) => id)),
      (await Promise.all((['pending', 'yes'] as const).map((group) => listAsks(ctx, { ...filter, group })))).flatMap(({ asks }) => asks.map(({ id }) => id)), // prettier-ignore
    ]
    expect(await ids({ kind: 'event' })).toEqual([[event], [event]])
    expect(await ids({ mine: '1' }, w.ctx(other.actor))).toEqual([[theirs], [theirs]])
  })

  test('moves what was agreed to once: of two who finish it one is told that it has moved on', async () => {
    const id = await ask('accepted')
    const got = await Promise.allSettled([finishAsk(w.ctx(), id), finishAsk(w.ctx(), id)])
    expect(got.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await columns()).toMatchObject({ accepted: { n: 0 }, done: { n: 1 } })
  })

  test('lets a csm finish what their own customer agreed to, and look at a colleague’s', async () => {
    await ask('accepted')
    const [own, other] = [await w.user({ roles: ['csm'] }), await w.user({ roles: ['csm'] })]
    await w.store.write((tx) => tx.update(accounts).set({ ownerId: own.id }))
    const may = async ({ actor }: typeof own) =>
      (await getBoard(w.ctx(actor), {})).flatMap(({ cards }) => cards)[0]!.mayFinish
    expect([await may(own), await may(other)]).toEqual([true, false])
    const viewer = await w.user({ roles: ['viewer'] })
    await expect(getBoard(w.ctx(viewer.actor), {})).rejects.toMatchObject({ status: 403 })
  })
})

describe('tasks', () => {
  const verbs = async (whose: Parameters<typeof listTasks>[1] = 'mine', ctx = w.ctx()) =>
    (await listTasks(ctx, whose)).tasks.map(({ verb }) => verb)
  const quote = (id: string, state: 'draft' | 'approved' | 'published') =>
    insert(w.store, quotes, { id, contactId: hana.id, accountId: account.id, language: 'en', original: 'Good.', text: 'Good.', attribution: { name: true, title: false, company: true }, rewarded: false, state, generation: 1, lockVersion: 1, position: 1, createdBy: w.admin.id!, createdAt: w.now(), updatedAt: w.now(), approvedAt: state === 'draft' ? null : w.now() }) // prettier-ignore
  const referral = (id: string, state: 'review' | 'new' | 'qualified', ownerId: string | null) =>
    insert(w.store, referrals, { id, contactId: hana.id, accountId: account.id, company: 'Lead Inc', leadEmailKey: `${id}@lead.test`, searchKey: '', language: 'en', state, checks: [], source: 'form', ownerId, createdAt: w.now(), updatedAt: w.now() }) // prettier-ignore

  test('are read off the states of asks, quotes and referrals, the earliest due first', async () => {
    const now = w.now()
    const csm = await w.user({ roles: ['csm'] })
    await ask('accepted', { answeredAt: now }) // due in 7 days
    await ask('later', { laterAt: now }) // due now
    await ask('later', { laterAt: now + DAY })
    await ask('cancelled', { cancelReason: 'stopped', endedBy: csm.id, endedAt: now - DAY }) // due in 3 - 1 days
    await ask('cancelled', { cancelReason: 'stopped', endedBy: w.admin.id, endedAt: now })
    await ask('cancelled', { cancelReason: 'held', endedAt: now })
    await ask('cancelled', { cancelReason: 'stopped', endedBy: csm.id, endedAt: now - 14 * DAY })
    for (const state of ['sent', 'done', 'declined'] as const) await ask(state)
    await quote('qte_1', 'draft') // due in 7 days
    await quote('qte_2', 'approved') // due in 3 days
    await quote('qte_3', 'published')
    await referral('ref_1', 'review', csm.id) // the csm's, due in 2 days
    await referral('ref_2', 'new', null) // nobody's, due in 2 days
    await referral('ref_3', 'new', csm.id)
    await referral('ref_4', 'qualified', null)
    const { tasks } = await listTasks(w.ctx(), 'all')
    expect(tasks.map(({ verb, dueAt }) => [verb, (dueAt - now) / DAY])).toEqual([
      ['ask_again', 0],
      ['look_at_stop', 2],
      ['review_referral', 2],
      ['take_referral', 2],
      ['publish_quote', 3],
      ['do_ask', 7],
      ['edit_quote', 7],
    ])
    expect(await verbs('mine')).toEqual(tasks.map(({ verb }) => verb).filter((verb) => verb !== 'review_referral'))
    expect(await verbs('mine', w.ctx(csm.actor))).toEqual(['review_referral', 'take_referral'])
  })

  test('are given, taken, put off to a day and come back on it', async () => {
    const other = await w.user({ name: 'Mei Marketer', roles: ['marketer'] })
    const id = await ask('accepted', { answeredAt: w.now() })
    await changeTask(w.ctx(), { intent: 'give', id, ownerId: other.id })
    expect([await verbs('mine'), await verbs('mine', w.ctx(other.actor))]).toEqual([[], ['do_ask']])
    expect((await listTasks(w.ctx(), 'all')).tasks[0]).toMatchObject({ owner: 'Mei Marketer' })
    await changeTask(w.ctx(), { intent: 'give', id, ownerId: w.admin.id! })
    await changeTask(w.ctx(), { intent: 'put', id, until: '2026-03-04' })
    expect([await verbs('mine'), await verbs('put')]).toEqual([[], ['do_ask']])
    w.clock.advance(2 * DAY)
    expect([await verbs('mine'), await verbs('put')]).toEqual([['do_ask'], []])
    await changeTask(w.ctx(), { intent: 'put', id, until: '2026-03-09' })
    await changeTask(w.ctx(), { intent: 'put', id })
    expect(await verbs('mine')).toEqual(['do_ask'])
  })

  test('done is an ask that has happened, or a wish that needs nothing as long as it stays as it is', async () => {
    const agreed = await ask('accepted', { answeredAt: w.now() })
    const later = await ask('later', { laterAt: w.now() })
    for (const id of [agreed, later]) await changeTask(w.ctx(), { intent: 'done', id })
    expect(await verbs('all')).toEqual([])
    expect((await columns()).done!.n).toBe(1)
    await expect(changeTask(w.ctx(), { intent: 'done', id: agreed })).rejects.toMatchObject({ code: 'task_gone' })
    await quote('qte_1', 'draft')
    await expect(changeTask(w.ctx(), { intent: 'done', id: 'qte_1' })).rejects.toMatchObject({ code: 'task_gone' })
  })

  test('what can’t be is refused: a day that is over, a colleague who is none, a thing that is gone, a reader', async () => {
    const id = await ask('accepted', { answeredAt: w.now() })
    await expect(changeTask(w.ctx(), { intent: 'put', id, until: '2026-03-02' })).rejects.toMatchObject({
      code: 'task_day',
    })
    for (const ownerId of ['usr_none', 'no\u0000pe'])
      await expect(changeTask(w.ctx(), { intent: 'give', id, ownerId })).rejects.toMatchObject({ status: 404 })
    for (const gone of ['ask_none', 'qte_none', 'ref_none', 'no\u0000pe'])
      await expect(changeTask(w.ctx(), { intent: 'done', id: gone })).rejects.toMatchObject({ status: 404 })
    const { actor } = await w.user({ roles: ['csm'] })
    await expect(changeTask(w.ctx(actor), { intent: 'done', id })).rejects.toMatchObject({ status: 403 })
  })
})
