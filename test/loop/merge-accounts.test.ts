import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { placeHold } from '#app/accounts/place-hold.server.ts'
import { write } from '#app/audit/context.server.ts'
import { closeCase } from '#app/cases/close-case.server.ts'
import { countLoop } from '#app/cases/count-loop.server.ts'
import { getCase } from '#app/cases/get-case.server.ts'
import { listCases } from '#app/cases/list-cases.server.ts'
import { tellOwner } from '#app/cases/tell-owner.server.ts'
import { countLoop as countMonth } from '#app/insights/monthly/count-cases.server.ts'
import { listTimeline } from '#app/insights/list-timeline.server.ts'
import { DAY } from '#app/platform/day.ts'
import { runMerge } from '#app/loop/merging/run-merge.server.ts'
import { savedViews } from '#db/schema/access.ts'
import { accounts, contacts, holds } from '#db/schema/accounts.ts'
import { duplicates, mergedIds } from '#db/schema/accounts-moving.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { events } from '#db/schema/audit.ts'
import { caseEntries, casePeople, cases } from '#db/schema/cases.ts'
import { invitations } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'
import { jobs } from '#db/schema/jobs.ts'
import { responses } from '#db/schema/responses.ts'
import { voices } from '#db/schema/voices.ts'
import { insert } from '#test/make.ts'
import { runJob } from '#test/delivery/make.ts'
import { expectWhole, give, merge, tracesOf } from '#test/loop/merging.ts'
import { all } from '#test/loop/look.ts'
import { invited, makeInvitation, makeProgram } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

const accountOf = async (w: World, id: string) =>
  (await w.store.db.select().from(accounts).where(eq(accounts.id, id)))[0]
const caseOf = async (w: World, id: string) => (await w.store.db.select().from(cases).where(eq(cases.id, id)))[0]!

/** Two records of one company, each with a person who was invited. */
async function twins(w: World) {
  const program = await makeProgram(w)
  const old = await invited(w, { program, account: { name: '株式会社山田商店', externalId: 'Y1', domain: 'yamada.example' } }) // prettier-ignore
  w.clock.advance(1000)
  const young = await invited(w, {
    program,
    account: { name: '㈱ 山田商店', externalId: 'Y2', domain: 'yamada-shoten.example', tier: 'gold', arrMinor: 500, currency: 'JPY' }, // prettier-ignore
  })
  return { program, old, young, into: old.account.id, from: young.account.id }
}

test('Everything that belongs to one account belongs to the other, which takes on what it did not say itself', async () => {
  const w = await world()
  const { program, old, young, from, into } = await twins(w)
  const child = await w.account({ name: 'Branch', parentId: from })
  const third = await w.account({ name: 'Third' })
  // Somebody who was there once and is elsewhere now: what they said stays where they said it.
  const moved = await w.contact({ accountId: third.id })
  const elsewhere = await makeInvitation(w, program, { id: moved.id, accountId: from })
  await give(w, young.invitation, 9)
  await give(w, elsewhere, 10)
  await insert(w.store, voices, { id: 'voi_1', source: 'staff', channel: 'phone', day: 1, at: 1, accountId: from, text: 'Hm', textKey: 'hm', language: 'en', createdAt: 1, updatedAt: 1 }) // prettier-ignore
  await write(w.system(), (ctx) => placeHold(ctx, { subjectKey: `acc:${from}`, reason: 'owner_veto', refId: 'x' }))
  await insert(w.store, savedViews, { id: 'viw_1', list: 'responses', name: 'Theirs', query: `account=${from}&class=low`, ownerId: 'usr_admin', shared: true, createdAt: 1 }) // prettier-ignore
  await insert(w.store, duplicates, { id: 'dup_1', kind: 'account', firstId: into, secondId: from, why: ['name'], strength: 60, state: 'found', foundAt: 1 }) // prettier-ignore
  const done = await merge(w, 'account', from, into)
  expect((await w.store.db.select().from(savedViews))[0]!.query).toBe(`account=${into}&class=low`)
  expect(done).toMatchObject({ jobId: null, counts: { people: 1, answers: 2, invitations: 2, voices: 1, holds: 1, below: 1 } }) // prettier-ignore
  expect(await tracesOf(w, from)).toEqual([])
  expect(await accountOf(w, into)).toMatchObject({
    name: '株式会社山田商店',
    externalId: 'Y1',
    domain: 'yamada.example',
    tier: 'gold',
    arrMinor: 500,
    ownerId: old.account.ownerId,
  })
  expect((await accountOf(w, child.id))!.parentId).toBe(into)
  expect((await w.store.db.select().from(advocates)).map((row) => row.accountId)).toEqual([into, into])
  expect(await w.store.db.select().from(holds)).toMatchObject([{ subjectKey: `acc:${into}`, reason: 'owner_veto' }])
  expect(await w.store.db.select().from(mergedIds)).toMatchObject([
    { id: from, kind: 'account', intoId: into, externalId: 'Y2', nameKey: '(株) 山田商店', domain: 'yamada-shoten.example' }, // prettier-ignore
  ])
  const told = await w.store.db.select().from(events).where(eq(events.type, 'accounts.merged'))
  expect(told).toMatchObject([{ actorId: w.admin.kind === 'user' ? w.admin.id : '', subjectId: into, data: { from, people: 1 } }]) // prettier-ignore
  // The past of the one that is gone is read where it went.
  const { items } = await listTimeline(w.ctx(), { accountId: into })
  expect(items.filter((item) => item.type === 'responses.recorded')).toHaveLength(2)
})

test('A chosen value comes from the other record, and what nobody is called any more leads to the survivor', async () => {
  const w = await world()
  const { from, into } = await twins(w)
  await merge(w, 'account', from, into, ['name', 'externalId', 'owner'])
  expect(await accountOf(w, into)).toMatchObject({ name: '㈱ 山田商店', externalId: 'Y2', domain: 'yamada.example' })
  expect(await w.store.db.select().from(mergedIds)).toMatchObject([
    { externalId: 'Y1', domain: 'yamada-shoten.example' },
  ])
})

test('Of two open cases the younger joins the older: people, answers and notes; it is neither closed work nor lost', async () => {
  const w = await world()
  const { old, young, from, into } = await twins(w)
  await give(w, young.invitation, 1, 'Broken')
  w.clock.advance(1000)
  await give(w, old.invitation, 5)
  const [elder, younger] = await w.store.db.select().from(cases).orderBy(asc(cases.openedAt))
  expect(elder!.accountId).toBe(from)
  await insert(w.store, caseEntries, { id: 'cen_1', caseId: younger!.id, kind: 'note', authorId: w.admin.kind, text: 'Note', at: 1 }) // prettier-ignore
  await merge(w, 'account', from, into)
  expect(await caseOf(w, elder!.id)).toMatchObject({
    subjectKey: `acc:${into}`,
    accountId: into,
    state: 'new',
    severity: elder!.severity,
    ownerId: young.account.ownerId,
    joinedInto: null,
  })
  expect(await caseOf(w, younger!.id)).toMatchObject({ state: 'closed', closeKind: 'joined', joinedInto: elder!.id, accountId: into }) // prettier-ignore
  expect((await all(w).people()).map((row) => row.caseId)).toEqual([elder!.id, elder!.id])
  expect((await w.store.db.select().from(caseEntries)).map((row) => row.caseId)).toEqual([elder!.id])
  expect(await all(w).holds()).toMatchObject([{ subjectKey: `acc:${into}`, reason: 'open_case', refId: elder!.id }])
  await expectWhole(w)
  expect(await tracesOf(w, from)).toEqual([])
  expect(await countLoop(w.ctx())).toEqual({ opened: 1, contacted: 0, resolved: 0, closed: 0 })
  const month = { from: w.now() - DAY, to: w.now() + DAY }
  expect(await countMonth(w.ctx(), month, 14)).toMatchObject({ opened: 1, closed: 0, left: 1 })
  expect((await listCases(w.ctx(), { scope: 'closed' })).cases).toEqual([])
  const shown = await getCase(w.ctx(), elder!.id)
  expect(shown.people).toHaveLength(2)
  expect(shown.timeline.map((item) => ('type' in item ? item.type : item.kind)).sort()).toEqual(['cases.merged', 'cases.opened', 'cases.opened', 'note']) // prettier-ignore
  // Its owner hears of it.
  const [event] = await w.store.db.select().from(events).where(eq(events.type, 'cases.merged'))
  await tellOwner(w.system(), event!)
  expect((await w.store.db.select().from(messages)).map((row) => row.userId)).toEqual([young.account.ownerId])
  // A later unhappy answer joins the case that goes on.
  const again = await makeInvitation(w, old.program, { id: young.contact.id, accountId: into })
  await give(w, again, 0)
  expect((await all(w).cases()).filter((row) => row.state !== 'closed').map((row) => row.id)).toEqual([elder!.id])
  await expectWhole(w)
})

test('A closed case moves, and one that is open alone stays open under the survivor', async () => {
  const w = await world()
  const { young, from, into } = await twins(w)
  await give(w, young.invitation, 2)
  const [first] = await all(w).cases()
  await closeCase(w.ctx(), { caseId: first!.id, kind: 'dismissed', text: 'A slip', lockVersion: first!.lockVersion })
  await give(w, young.invitation, 9)
  const again = await makeInvitation(w, young.program, young.contact)
  await give(w, again, 1)
  await merge(w, 'account', from, into)
  const rows = await w.store.db.select().from(cases).orderBy(asc(cases.openedAt))
  expect(rows.map((row) => [row.subjectKey, row.accountId, row.state])).toEqual([
    [`acc:${into}`, into, 'closed'],
    [`acc:${into}`, into, 'new'],
  ])
  await expectWhole(w)
})

test('An answer to an invitation of before lands at the survivor', async () => {
  const w = await world()
  const { young, from, into } = await twins(w)
  await merge(w, 'account', from, into)
  await give(w, young.invitation, 3)
  expect(await all(w).responses()).toMatchObject([{ accountId: into, contactId: young.contact.id }])
  expect(await all(w).cases()).toMatchObject([{ subjectKey: `acc:${into}` }])
})

test('An account merged into one that is merged again leads to the last, in one step', async () => {
  const w = await world()
  const [a, b, c] = [await w.account(), await w.account({ externalId: 'B' }), await w.account()]
  await merge(w, 'account', a.id, b.id)
  await merge(w, 'account', b.id, c.id)
  const rows = await w.store.db.select().from(mergedIds)
  expect(Object.fromEntries(rows.map((row) => [row.id, row.intoId]))).toEqual({ [a.id]: c.id, [b.id]: c.id })
  expect((await accountOf(w, c.id))!.externalId).toBe('B')
  await expect(merge(w, 'account', c.id, a.id)).rejects.toMatchObject({ code: 'merge_gone' })
})

test('Neither stands above itself afterwards, whoever stood above whom', async () => {
  const w = await world()
  const top = await w.account()
  const upper = await w.account({ parentId: top.id })
  const lower = await w.account({ parentId: upper.id })
  await merge(w, 'account', upper.id, lower.id)
  expect((await accountOf(w, lower.id))!.parentId).toBe(top.id)
  // The survivor stands below a company that stood below the other.
  const other = await w.account()
  const between = await w.account({ parentId: other.id })
  const survivor = await w.account({ parentId: between.id })
  await merge(w, 'account', other.id, survivor.id)
  expect((await accountOf(w, survivor.id))!.parentId).toBe(null)
  expect((await accountOf(w, between.id))!.parentId).toBe(survivor.id)
})

test('Two who merge the same pair at once: one does, the other hears of it; both ways round is no exchange', async () => {
  const w = await world()
  const { from, into } = await twins(w)
  const both = await Promise.allSettled([merge(w, 'account', from, into), merge(w, 'account', into, from)])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await w.store.db.select().from(accounts)).toHaveLength(1)
  expect(await w.store.db.select().from(contacts)).toHaveLength(2)
  expect(await w.store.db.select().from(mergedIds)).toHaveLength(1)
})

test('Only admins and leads merge; what changed since the preview, and one record with itself, are refused', async () => {
  const w = await world()
  const { from, into } = await twins(w)
  const csm = await w.user({ roles: ['csm'] })
  const { mergeRecords } = await import('#app/loop/merging/start-merge.server.ts')
  const asked = { from, into, take: [], seenFrom: 1, seenInto: 1 }
  await expect(mergeRecords(w.ctx(csm.actor), 'account', asked)).rejects.toMatchObject({ status: 403 })
  await expect(mergeRecords(w.ctx(), 'account', asked)).rejects.toMatchObject({ code: 'merge_changed' })
  await expect(merge(w, 'account', into, into)).rejects.toMatchObject({ code: 'merge_itself' })
  await expect(mergeRecords(w.ctx(), 'account', { ...asked, take: ['id'] })).rejects.toThrow()
})

test('A merge of very much is a job: killed in between it goes on, answers land all the while, nothing stays behind', async () => {
  const w = await world()
  const { program, old, young, from, into } = await twins(w)
  await w.store.write(async (tx) => {
    for (let i = 0; i < 600; i += 100)
      await tx.insert(contacts).values(
        Array.from({ length: 100 }, (_, n) => ({ id: `con_many${i + n}`, accountId: from, name: `P${i + n}`, nameKey: 'p', searchKey: 'p', sortKey: 'p', isTest: false, isShared: false, state: 'active' as const, createdAt: 1, updatedAt: 1 })), // prettier-ignore
      )
  })
  await give(w, old.invitation, 4)
  const { jobId } = await merge(w, 'account', from, into)
  const [job] = await w.store.db.select().from(jobs).where(eq(jobs.id, jobId!))
  await expect(merge(w, 'account', into, from)).rejects.toMatchObject({ code: 'merge_running' })
  const killed = runJob(w.system(), runMerge, job!.payload, { killAfter: 1 })
  await expect(killed).rejects.toThrow()
  expect(await accountOf(w, from)).toBeDefined()
  const late = await makeInvitation(w, program, { id: young.contact.id, accountId: from })
  await give(w, late, 1)
  await runJob(w.system(), runMerge, job!.payload)
  expect(await tracesOf(w, from)).toEqual([])
  expect(await w.store.db.select().from(contacts).where(eq(contacts.accountId, into))).toHaveLength(602)
  expect((await w.store.db.select().from(invitations)).every((row) => row.accountId === into)).toBe(true)
  expect((await w.store.db.select().from(responses)).every((row) => row.accountId === into)).toBe(true)
  expect((await all(w).cases()).filter((row) => row.state !== 'closed')).toHaveLength(1)
  expect(await w.store.db.select().from(casePeople)).toHaveLength(2)
  await expectWhole(w)
  const [told] = await w.store.db.select().from(events).where(eq(events.type, 'accounts.merged'))
  expect(told).toMatchObject({ actorKind: 'user', actorId: 'usr_admin' })
  await runJob(w.system(), runMerge, job!.payload) // once more does no harm
})

test('Answers that are given while two accounts are merged all land at the survivor, on one case', async () => {
  const w = await world()
  const { program, young, from, into } = await twins(w)
  const asked = []
  for (let i = 0; i < 8; i++) {
    const person = await w.contact({ accountId: from })
    asked.push(await makeInvitation(w, program, person))
  }
  await Promise.all([...asked.map((one, i) => give(w, one, i % 4)), merge(w, 'account', from, into), give(w, young.invitation, 0)]) // prettier-ignore
  expect((await all(w).responses()).map((row) => row.accountId)).toEqual(Array.from({ length: 9 }, () => into))
  expect((await all(w).cases()).filter((row) => row.state !== 'closed')).toHaveLength(1)
  expect(await tracesOf(w, from)).toEqual([])
  await expectWhole(w)
})
