import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { write } from '#app/audit/context.server.ts'
import { guardInvitation } from '#app/delivery/guard-invitation.server.ts'
import { queueInvitations } from '#app/delivery/queue-invitations.server.ts'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { foldScores } from '#app/insights/fold-scores.server.ts'
import { listTimeline } from '#app/insights/list-timeline.server.ts'
import { mendRepeats } from '#app/insights/mend-repeats.server.ts'
import { sweepMerge } from '#app/loop/merging/run-merge.server.ts'
import { accounts, contacts, holds } from '#db/schema/accounts.ts'
import { mergedIds } from '#db/schema/accounts-moving.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { caseAnswers } from '#db/schema/cases.ts'
import { invitations, outreach, preferences, waveChoices } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'
import { repeatedAnswers, scores, windowRepeats } from '#db/schema/insights.ts'
import { responses } from '#db/schema/responses.ts'
import { insert } from '#test/make.ts'
import { runJob } from '#test/delivery/make.ts'
import { all } from '#test/loop/look.ts'
import { expectWhole, give, merge, tracesOf } from '#test/loop/merging.ts'
import { makeInvitation, makeProgram } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

const personOf = async (w: World, id: string) =>
  (await w.store.db.select().from(contacts).where(eq(contacts.id, id)))[0]

/** One person under two addresses of one account; the older stays. */
async function twins(w: World) {
  const program = await makeProgram(w)
  const acme = await w.account({ ownerId: (await w.user()).id })
  const old = await w.contact({ accountId: acme.id, name: 'Anna Berg', email: 'anna@acme.test', externalId: 'C1' })
  w.clock.advance(1000)
  const young = await w.contact({ accountId: acme.id, name: 'Berg, Anna', email: 'a.berg@acme.test', externalId: 'C2', phone: '03-1234-5678' }) // prettier-ignore
  return { program, acme, old, young, into: old.id, from: young.id }
}

test('All that one person was asked, said and wishes is the other’s; no month moves, only whose answer is the latest', async () => {
  const w = await world()
  const { program, acme, old, young, from, into } = await twins(w)
  const first = await makeInvitation(w, program, old)
  const second = await makeInvitation(w, program, young, { occasion: first.occasion })
  await give(w, first, 9)
  await give(w, second, 6)
  while ((await foldScores(w.system())) > 0) continue
  const before = await w.store.db.select().from(scores).orderBy(asc(scores.dim), asc(scores.value))
  expect(await w.store.db.select().from(repeatedAnswers)).toEqual([])
  const done = await merge(w, 'contact', from, into)
  expect(done).toMatchObject({ jobId: null, counts: { answers: 1, invitations: 1, cases: 1 } })
  expect(await w.store.db.select().from(scores).orderBy(asc(scores.dim), asc(scores.value))).toEqual(before)
  expect((await w.store.db.select().from(responses)).map((row) => [row.contactId, row.counts])).toEqual([
    [into, true],
    [into, true],
  ])
  // The earlier of the two is repeated now, as if one person had always answered.
  expect(await w.store.db.select().from(repeatedAnswers)).toMatchObject([{ class: 'high' }])
  expect(await w.store.db.select().from(windowRepeats)).not.toEqual([])
  expect(await mendRepeats(w.system())).toBe(0)
  expect(await personOf(w, into)).toMatchObject({ name: 'Anna Berg', email: 'anna@acme.test', externalId: 'C1', phone: '03-1234-5678', lastClass: 'low' }) // prettier-ignore
  expect(await w.store.db.select().from(mergedIds)).toMatchObject([{ id: from, intoId: into, externalId: 'C2', emailKey: 'a.berg@acme.test' }]) // prettier-ignore
  // Both were asked on one occasion: the key of the second stays its own, for the pair would not be unique.
  const rows = await w.store.db.select().from(invitations).orderBy(asc(invitations.answeredAt))
  expect(rows.map((row) => [row.contactId, row.respondentKey])).toEqual([
    [into, into],
    [into, from],
  ])
  // The history names them as they are called now.
  const { items } = await listTimeline(w.ctx(), { accountId: acme.id }, { kind: 'answers' })
  expect(items.map((item) => item.person)).toEqual(['Anna Berg', 'Anna Berg'])
  expect((await tracesOf(w, from)).filter((row) => !row.startsWith('invitations'))).toEqual([])
  await expectWhole(w)
})

test('The chosen address and account stay; the other address leads to the survivor', async () => {
  const w = await world()
  const { young, from, into } = await twins(w)
  const bolt = await w.account()
  await w.store.write(async (tx) => {
    await tx.update(contacts).set({ accountId: bolt.id }).where(eq(contacts.id, young.id))
    await tx.update(accounts).set({ sponsorId: young.id }).where(eq(accounts.id, bolt.id))
  })
  await merge(w, 'contact', from, into, ['email', 'account'])
  expect(await personOf(w, into)).toMatchObject({ email: 'a.berg@acme.test', emailKey: 'a.berg@acme.test', accountId: bolt.id }) // prettier-ignore
  expect((await personOf(w, into))!.searchKey).toContain('a.berg@acme.test')
  expect((await w.store.db.select().from(mergedIds))[0]).toMatchObject({ emailKey: 'anna@acme.test', externalId: 'C2' })
  const [there] = await w.store.db.select().from(accounts).where(eq(accounts.id, bolt.id))
  expect(there!.sponsorId).toBe(into)
})

test('Nobody gets more mail than before: the stricter wish, every hold, and what an owner left out stand', async () => {
  const w = await world()
  const { program, from, into } = await twins(w)
  const wish = (contactId: string, scope: string, choice: 'off' | 'half') =>
    setPreference(w.ctx(), { contactId, scope, choice, source: 'staff' })
  await wish(into, 'all', 'half')
  await wish(from, 'all', 'off')
  await wish(into, `program:${program.id}`, 'off')
  await wish(from, `program:${program.id}`, 'half')
  await wish(from, 'news', 'off')
  await insert(w.store, holds, { id: 'hol_1', subjectKey: `con:${from}`, reason: 'manual', refId: 'x', at: 1, until: null }) // prettier-ignore
  await insert(w.store, holds, {
    id: 'hol_2',
    subjectKey: `con:${into}`,
    reason: 'manual',
    refId: 'x',
    at: 1,
    until: 99,
  })
  const wave = { id: 'wav_1', programId: program.id, versionId: program.currentVersionId!, launchKey: 'k', state: 'scheduled', launchedBy: w.admin.kind, createdAt: 1 } as const // prettier-ignore
  const { waves } = await import('#db/schema/delivery.ts')
  await insert(w.store, waves, wave)
  const said = { waveId: wave.id, chosenBy: 'usr_admin', at: 1 }
  await insert(w.store, waveChoices, { ...said, contactId: into, choice: 'add' })
  await insert(w.store, waveChoices, { ...said, contactId: from, choice: 'exclude', reason: 'talking' })
  await merge(w, 'contact', from, into)
  const wishes = await w.store.db.select().from(preferences).orderBy(asc(preferences.scope))
  expect(wishes.map((row) => [row.contactId, row.scope, row.choice])).toEqual([
    [into, 'all', 'off'],
    [into, 'news', 'off'],
    [into, `program:${program.id}`, 'off'],
  ])
  expect(await w.store.db.select().from(holds)).toMatchObject([{ subjectKey: `con:${into}`, until: null }])
  expect(await w.store.db.select().from(waveChoices)).toMatchObject([
    { contactId: into, choice: 'exclude', reason: 'talking' },
  ])
})

test('Of two invitations that wait for one person one is sent; an answer to either is theirs', async () => {
  const w = await world()
  const { program, old, young, from, into } = await twins(w)
  const mine = await makeInvitation(w, program, old, { state: 'planned', sentAt: null, sentDay: null })
  const theirs = await makeInvitation(w, program, young, { state: 'planned', sentAt: null, sentDay: null })
  await write(w.system(), (ctx) => queueInvitations(ctx, [mine.id, theirs.id]))
  await merge(w, 'contact', from, into)
  const [stopped] = await w.store.db.select().from(invitations).where(eq(invitations.id, theirs.id))
  expect(stopped).toMatchObject({ state: 'skipped', reason: 'merged', contactId: into })
  expect((await w.store.db.select().from(outreach)).map((row) => row.contactId)).toEqual([into, into])
  const verdicts: Record<string, string | null> = {}
  for (const message of await w.store.db.select().from(messages))
    verdicts[message.refId] = await write(w.system(), (ctx) => guardInvitation(ctx, message as never))
  expect(verdicts).toEqual({ [mine.id]: null, [theirs.id]: 'cancelled' })
})

test('Who stands on one case twice stands there once and waits if either does; an advocate is as reserved as either', async () => {
  const w = await world()
  const { program, old, young, from, into } = await twins(w)
  const [a, b] = [await makeInvitation(w, program, old), await makeInvitation(w, program, young)]
  await give(w, a, 3)
  await give(w, b, 2)
  const happy = { accountId: null, nominatedAt: 1, updatedAt: 1, responseId: 'rsp_x' }
  await w.store.write(async (tx) => tx.delete(advocates))
  await insert(w.store, advocates, { ...happy, contactId: into, state: 'active' })
  await insert(w.store, advocates, { ...happy, contactId: from, state: 'left', nominatedAt: 5, responseId: 'rsp_y' })
  expect(await all(w).people()).toHaveLength(2)
  await merge(w, 'contact', from, into)
  const answers = await all(w).responses()
  const latest = answers.map((row) => row.id).sort()[1]
  expect(await all(w).people()).toMatchObject([{ contactId: into, state: 'waiting', responseId: latest }])
  expect(await w.store.db.select().from(caseAnswers)).toHaveLength(2)
  expect(await all(w).advocates()).toMatchObject([{ contactId: into, state: 'left', responseId: 'rsp_y' }])
  await expectWhole(w)
})

test('Open cases of two people without an account become one', async () => {
  const w = await world()
  const program = await makeProgram(w)
  const [a, b] = [await w.contact(), await w.contact()]
  for (const one of [a, b]) await give(w, await makeInvitation(w, program, one), 1)
  await merge(w, 'contact', b.id, a.id)
  const rows = await all(w).cases()
  expect(rows.map((row) => [row.subjectKey, row.state === 'closed']).sort()).toEqual([
    [`con:${a.id}`, false],
    [`con:${a.id}`, true],
  ])
  expect(await all(w).people()).toHaveLength(1)
  expect(await all(w).holds()).toMatchObject([{ subjectKey: `con:${a.id}` }])
  expect(await tracesOf(w, b.id)).toEqual([])
  await expectWhole(w)
})

test('What was written about the one that is gone a moment later is followed by the sweep', async () => {
  const w = await world()
  const { from, into } = await twins(w)
  await merge(w, 'contact', from, into)
  // As a page would on PostgreSQL that had read the person before the merge committed.
  await insert(w.store, preferences, { contactId: from, scope: 'all', choice: 'off', at: 1, source: 'unsubscribe' })
  const { jobs } = await import('#db/schema/jobs.ts')
  const [job] = await w.store.db.select().from(jobs).where(eq(jobs.kind, 'loop.sweep-merge'))
  await runJob(w.system(), sweepMerge, job!.payload)
  expect(await w.store.db.select().from(preferences)).toMatchObject([{ contactId: into, choice: 'off' }])
})

test('Who was erased is merged with nobody', async () => {
  const w = await world()
  const { from, into } = await twins(w)
  await w.store.write(async (tx) => tx.update(contacts).set({ state: 'erased' }).where(eq(contacts.id, from)))
  await expect(merge(w, 'contact', from, into)).rejects.toMatchObject({ code: 'merge_gone' })
})
