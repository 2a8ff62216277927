import { and, asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DuplicateList } from '#app/accounts/duplicate-words.ts'
import { findDuplicates } from '#app/accounts/find-duplicates.server.ts'
import { judgeDuplicate } from '#app/accounts/judge-duplicate.server.ts'
import { listDuplicates } from '#app/accounts/list-duplicates.server.ts'
import { isLooking, lookForDuplicates } from '#app/accounts/look-for-duplicates.server.ts'
import { companyKey } from '#app/accounts/same-name.ts'
import type { JobRun } from '#app/jobs/job.ts'
import { accounts } from '#db/schema/accounts.ts'
import { duplicates } from '#db/schema/accounts-moving.ts'
import { events } from '#db/schema/audit.ts'
import type { Db } from '#db/store/store.ts'
import { world, type World } from '#test/world.ts'

let w: World
beforeEach(async () => {
  w = await world()
})
afterEach(() => w.close())

const run = (over: Partial<JobRun> = {}): JobRun => ({
  id: 'job_1',
  attempt: 1,
  payload: {},
  progress: async () => {},
  stopping: () => false,
  ...over,
})
/** One after the other: which is older must not be chance. */
const company = (over: Parameters<World['account']>[0]) => {
  w.clock.advance(1)
  return w.account(over)
}
const person = (over: Parameters<World['contact']>[0]) => {
  w.clock.advance(1)
  return w.contact(over)
}
const change = (how: (db: Db) => PromiseLike<unknown>) => w.store.write(async (db) => void (await how(db)))
const look = () => {
  w.clock.advance(1000)
  return findDuplicates(w.system(), run())
}
const shown = async (list: DuplicateList) =>
  (await listDuplicates(w.ctx(), { list })).pairs.map(({ first, second, why }) => ({
    names: [first.name, second.name],
    why,
  }))

test('two spellings of one company and two domains that are one are shown, the likeliest first, each with why', async () => {
  await company({ name: '株式会社山田商店', domain: 'yamada.example' })
  await company({ name: 'ヤマト', domain: 'yamato.example' })
  await company({ name: '㈱ 山田商店', domain: 'yamada.example' })
  await company({ name: 'Acme, Inc.', domain: null })
  await company({ name: 'ACME', domain: null })
  await company({ name: 'Yamato Holdings', domain: 'yamato.example' })
  await look()
  expect(await shown('account')).toEqual([
    { names: ['株式会社山田商店', '㈱ 山田商店'], why: ['name', 'domain'] },
    { names: ['Acme, Inc.', 'ACME'], why: ['name'] },
    { names: ['ヤマト', 'Yamato Holdings'], why: ['domain'] },
  ])
})

test('accounts of before keys were kept get theirs', async () => {
  const one = await company({ name: 'Müller GmbH' })
  await company({ name: 'MULLER' })
  await change((db) => db.update(accounts).set({ matchKey: null }))
  await look()
  const [row] = await w.store.db.select({ key: accounts.matchKey }).from(accounts).where(eq(accounts.id, one.id))
  expect(row!.key).toBe(companyKey('Müller GmbH'))
  expect(await shown('account')).toHaveLength(1)
})

test('a company and the one above it share a domain without being one', async () => {
  const above = await company({ name: 'Group', domain: 'group.example' })
  const below = await company({ name: 'Daughter', domain: 'group.example' })
  await change((db) => db.update(accounts).set({ parentId: above.id }).where(eq(accounts.id, below.id)))
  await look()
  expect(await shown('account')).toEqual([])
})

test('people are compared within their account: by name in either order, by mailbox, never by a switchboard alone', async () => {
  const one = await company({ name: 'One' })
  const other = await company({ name: 'Other' })
  const phone = '+81 3-1234-5678'
  await person({ accountId: one.id, name: 'Anna Berg', email: 'anna@one.example', phone })
  await person({ accountId: one.id, name: 'Dr. Berg, Anna', email: 'a.berg@one.example', phone: '03-1234-5678' })
  await person({ accountId: one.id, name: 'Ben', email: 'ben@one.example', phone })
  await person({ accountId: one.id, name: 'Benjamin Ito', email: 'ben+koe@one.example' })
  await person({ accountId: other.id, name: 'Anna Berg', email: 'anna@other.example', phone })
  await person({ accountId: one.id, name: 'Anna Berg', email: 'info@one.example', isShared: true })
  await look()
  expect(await shown('contact')).toEqual([
    { names: ['Anna Berg', 'Dr. Berg, Anna'], why: ['person', 'phone'] },
    { names: ['Ben', 'Benjamin Ito'], why: ['address'] },
  ])
})

test('a pair that was judged stays judged through every later night, can be taken back, and both leave events', async () => {
  await company({ name: 'Acme Inc' })
  await company({ name: 'Acme Ltd' })
  await look()
  const [pair] = (await listDuplicates(w.ctx(), { list: 'account' })).pairs
  await judgeDuplicate(w.ctx(), { id: pair!.id, as: 'dismissed' })
  await look()
  expect(await shown('account')).toEqual([])
  expect(await shown('dismissed')).toHaveLength(1)
  await expect(judgeDuplicate(w.ctx(), { id: pair!.id, as: 'dismissed' })).rejects.toMatchObject({
    code: 'duplicate_judged',
  })
  await judgeDuplicate(w.ctx(), { id: pair!.id, as: 'found' })
  expect(await shown('account')).toHaveLength(1)
  const told = await w.store.db
    .select({ type: events.type, accountId: events.accountId })
    .from(events)
    .where(eq(events.actorId, w.admin.id))
    .orderBy(asc(events.id))
  expect(told.filter((event) => event.type.startsWith('accounts.duplicate')).map((event) => event.type)).toEqual([
    'accounts.duplicate_dismissed',
    'accounts.duplicate_dismissed',
    'accounts.duplicate_restored',
    'accounts.duplicate_restored',
  ])
})

test('a judged pair goes when one of the two is gone', async () => {
  const one = await company({ name: 'Acme Inc' })
  await company({ name: 'Acme Ltd' })
  await look()
  const [pair] = (await listDuplicates(w.ctx(), { list: 'account' })).pairs
  await judgeDuplicate(w.ctx(), { id: pair!.id, as: 'dismissed' })
  await change((db) => db.delete(accounts).where(eq(accounts.id, one.id)))
  await look()
  expect((await listDuplicates(w.ctx(), { list: 'dismissed' })).counts.dismissed).toBe(0)
})

test('looking again changes nothing, and what is alike no more goes', async () => {
  const one = await company({ name: 'Acme Inc', domain: 'acme.example' })
  await company({ name: 'Acme Ltd', domain: 'acme.example' })
  await look()
  const before = await w.store.db.select({ id: duplicates.id, why: duplicates.why }).from(duplicates)
  await look()
  expect(await w.store.db.select({ id: duplicates.id, why: duplicates.why }).from(duplicates)).toEqual(before)
  await change((db) =>
    db
      .update(accounts)
      .set({ matchKey: companyKey('Else'), name: 'Else', domain: null })
      .where(eq(accounts.id, one.id)),
  )
  await look()
  expect(await w.store.db.select().from(duplicates)).toEqual([])
})

test('a name that many share tells nothing, and of four or more each is shown with the oldest', async () => {
  for (let i = 0; i < 21; i++) await company({ name: 'Test' })
  for (let i = 0; i < 5; i++) await company({ name: 'Branch' })
  await look()
  const pairs = await shown('account')
  expect(pairs).toHaveLength(4)
  expect(pairs.every(({ names }) => names[0] === 'Branch')).toBe(true)
})

test('a run that is stopped hands itself back', async () => {
  expect(await findDuplicates(w.system(), run({ stopping: () => true }))).toEqual({ again: w.ctx().now() })
})

test('looking now makes one job however often it is pressed; only admins and leads may', async () => {
  await lookForDuplicates(w.ctx())
  await lookForDuplicates(w.ctx())
  expect(await isLooking(w.ctx())).toBe(true)
  const csm = await w.user({ roles: ['csm'] })
  for (const refused of [
    () => lookForDuplicates(w.ctx(csm.actor)),
    () => listDuplicates(w.ctx(csm.actor), { list: 'account' }),
    () => judgeDuplicate(w.ctx(csm.actor), { id: 'dup_1', as: 'dismissed' }),
  ])
    await expect(refused()).rejects.toMatchObject({ code: 'forbidden' })
})

test('the list goes on page by page, each pair once', async () => {
  for (let i = 0; i < 30; i++) {
    await company({ name: `Company ${i} Inc` })
    await company({ name: `Company ${i} Ltd` })
  }
  await look()
  const first = await listDuplicates(w.ctx(), { list: 'account' })
  const second = await listDuplicates(w.ctx(), { list: 'account', after: first.next })
  expect([first.pairs.length, second.pairs.length, second.next, first.counts.account]).toEqual([25, 5, null, 30])
  const ids = new Set([...first.pairs, ...second.pairs].map((pair) => pair.id))
  expect(ids.size).toBe(30)
  const rows = await w.store.db
    .select()
    .from(duplicates)
    .where(and(eq(duplicates.kind, 'account'), eq(duplicates.state, 'found')))
  expect(rows.length).toBe(30)
})
