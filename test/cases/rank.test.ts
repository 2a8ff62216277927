import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { write } from '#app/audit/context.server.ts'
import { listCases } from '#app/cases/list-cases.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { rankedFrom } from '#app/cases/rank.ts'
import { rerankAccount, rerankCases, rerankSoon } from '#app/cases/rerank-cases.server.ts'
import { DAY, HOUR } from '#app/platform/day.ts'
import { accounts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { cases } from '#db/schema/cases.ts'
import { jobs } from '#db/schema/jobs.ts'
import { runJob } from '#test/delivery/make.ts'
import { routing, type Routing } from '#test/cases/routing-world.ts'

let w: Routing
beforeEach(async () => {
  w = await routing()
})
const rich = { arrMinor: 12_000_000, currency: 'JPY' }
const change = (id: string, set: Partial<typeof accounts.$inferInsert>) =>
  w.store.write(async (tx) => tx.update(accounts).set(set).where(eq(accounts.id, id)))
const rerank = () => runJob(w.system(), rerankCases, {})

test('a new case stands by its account: 6 h for ¥12 M, 6 h for a renewal in 40 days, 24 h for its severity', async () => {
  const account = await w.account({ ...rich, renewalOn: '2026-04-11' })
  const { caseId } = await w.unhappy(account, { severity: 'high' })
  const row = await w.caseRow(caseId)
  expect(row.rankAt).toBe(row.replyDueAt - 36 * HOUR)
  expect(row.rankParts).toEqual([
    { why: 'severity', hours: 24, of: 'high' },
    { why: 'value', hours: 6, of: 12_000_000, currency: 'JPY' },
    { why: 'renewal', hours: 6, of: '2026-04-11' },
  ])
})

test('an answer that joins, and a reply, work it out again; it always adds up', async () => {
  const account = await w.account(rich)
  const { caseId } = await w.unhappy(account)
  const before = await w.caseRow(caseId)
  expect(rankedFrom(before)).toBe(before.replyDueAt)
  await w.unhappy(account, { severity: 'urgent' })
  const joined = await w.caseRow(caseId)
  expect(joined.rankParts!.map((part) => part.hours)).toEqual([48, 6])
  expect(rankedFrom(joined)).toBe(joined.replyDueAt)
  await logContact(w.ctx(), { caseId, kind: 'call', text: 'Called.' })
  const replied = await w.caseRow(caseId)
  expect(rankedFrom(replied)).toBe(w.now() + 7 * DAY)
})

test('as renewals come nearer, the nightly run moves what comes into another band, and nothing else', async () => {
  // 91 days before: none; on the next day 90: 4 h.
  const { caseId } = await w.unhappy(await w.account({ renewalOn: '2026-06-01' }))
  const other = await w.unhappy(await w.account({ renewalOn: '2026-12-01' }))
  const [first, still] = [await w.caseRow(caseId), await w.caseRow(other.caseId)]
  expect(first.rankParts).toEqual([])
  w.clock.advance(DAY)
  await rerank()
  const moved = await w.caseRow(caseId)
  expect(moved.rankAt).toBe(first.rankAt - 4 * HOUR)
  expect(moved.lockVersion).toBe(first.lockVersion) // nobody who has it open is disturbed
  expect(await w.caseRow(other.caseId)).toEqual(still)
  await rerank()
  expect(await w.caseRow(caseId)).toEqual(moved)
})

test('an account that changes moves its open case', async () => {
  const account = await w.account({})
  const { caseId } = await w.unhappy(account)
  await change(account.id, rich)
  await write(w.ctx(), async ({ tx }) =>
    tx.insert(events).values({ id: 'evt_1', at: w.now(), actorKind: 'user', actorId: 'usr_admin', type: 'accounts.changed', subjectKind: 'account', subjectId: account.id, accountId: account.id, data: {} }),
  ) // prettier-ignore
  const [event] = await w.store.db.select().from(events).where(eq(events.id, 'evt_1'))
  await rerankAccount(w.system(), event!)
  expect((await w.caseRow(caseId)).rankParts).toEqual([{ why: 'value', hours: 6, of: 12_000_000, currency: 'JPY' }])
})

test('many changes within ten minutes are one run', async () => {
  for (let i = 0; i < 3; i++) {
    await rerankSoon(w.system())
    w.clock.advance(60_000)
  }
  expect((await w.store.db.select().from(jobs)).filter((job) => job.kind === 'cases.rerank')).toHaveLength(1)
})

test('a case from before places were explained: by its next reply while somebody waits, else it stays', async () => {
  const [waits, replied] = [await w.unhappy(await w.account(rich)), await w.unhappy(await w.account(rich))]
  await logContact(w.ctx(), { caseId: replied.caseId, kind: 'call', text: 'Called.' })
  const old = await w.caseRow(replied.caseId)
  await w.store.write(async (tx) => tx.update(cases).set({ rankParts: null, rankAt: 5_000_000_000_000 }))
  await rerank()
  const row = await w.caseRow(waits.caseId)
  expect(row.rankAt).toBe(row.replyDueAt - 6 * HOUR)
  expect(await w.caseRow(replied.caseId)).toMatchObject({
    rankAt: 5_000_000_000_000,
    rankParts: [],
    ownerId: old.ownerId,
  })
})

test('the queue is in that order, and each row says why', async () => {
  const plain = await w.unhappy(await w.account({ name: 'Plain' }))
  const valued = await w.unhappy(await w.account({ name: 'Valued', ...rich }))
  const list = (await listCases(w.ctx())).cases
  expect(list.map((row) => row.id)).toEqual([valued.caseId, plain.caseId])
  expect(list.map((row) => row.rankParts?.length)).toEqual([1, 0])
})
