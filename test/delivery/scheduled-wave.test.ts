import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { chooseForWave } from '#app/delivery/choose-for-wave.server.ts'
import { cancelWave } from '#app/delivery/change-wave.server.ts'
import { launchProgram } from '#app/delivery/launch-program.server.ts'
import { listNotSent } from '#app/delivery/list-not-sent.server.ts'
import { listWavePeople } from '#app/delivery/list-wave-people.server.ts'
import { planWave } from '#app/delivery/plan-wave.server.ts'
import { renderWaveNotice } from '#app/delivery/render-wave-notice.server.tsx'
import { startOf } from '#app/delivery/schedule.ts'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { startWave, startWaveNow } from '#app/delivery/start-wave.server.ts'
import { tellWaveOwners } from '#app/delivery/tell-wave-owners.server.ts'
import { DAY } from '#app/platform/day.ts'
import { messages } from '#db/schema/email.ts'
import { programs } from '#db/schema/surveys.ts'
import { jobs } from '#db/schema/jobs.ts'
import { invitationsOf, liveProgram, runJob, waveOf } from '#test/delivery/make.ts'
import { world, type World } from '#test/world.ts'

/** A wave in five days for tier A, with one account of a CSM in it and one person outside the audience. */
async function scheduled(w: World) {
  const csm = await w.user({ name: 'Owner' })
  const acme = await w.account({ name: 'Acme', tier: 'A', ownerId: csm.id })
  const small = await w.account({ name: 'Small', tier: 'C', ownerId: csm.id })
  const [ann, bob] = [
    await w.contact({ accountId: acme.id, name: 'Ann' }),
    await w.contact({ accountId: acme.id, name: 'Bob' }),
  ]
  const zoe = await w.contact({ accountId: small.id, name: 'Zoe' })
  const program = await liveProgram(w)
  const audience = { tiers: ['A'] }
  await w.store.write(async (tx) => tx.update(programs).set({ audience }).where(eq(programs.id, program.id)))
  const startsAt = w.clock.now() + 5 * DAY
  const { waveId } = await launchProgram(w.ctx(), { programId: program.id, launchKey: 'key-12345678', startsAt })
  return { csm, acme, ann, bob, zoe, waveId, startsAt }
}
const start = (w: World, waveId: string) => runJob(w.system(), startWave, { waveId })
const plan = (w: World, waveId: string) => runJob(w.system(), planWave, { waveId })

test('A scheduled wave tells the owners days before, starts at its time, and asks whom they left in', async () => {
  const w = await world()
  const { csm, ann, bob, zoe, waveId, startsAt } = await scheduled(w)
  const due = await w.store.db.select().from(jobs).where(eq(jobs.state, 'ready')).orderBy(asc(jobs.runAt))
  const ofWave = due.filter((job) => (job.payload as { waveId?: string }).waveId === waveId)
  expect(ofWave.map((job) => [job.kind, job.runAt])).toEqual([
    ['delivery.tell-wave-owners', startsAt - 3 * DAY],
    ['delivery.start-wave', startsAt],
  ])
  await runJob(w.system(), tellWaveOwners, { waveId })
  await runJob(w.system(), tellWaveOwners, { waveId })
  const mails = await w.store.db.select().from(messages)
  expect(mails.map((mail) => mail.userId)).toEqual([csm.id])
  const mail = await renderWaveNotice(w.system(), mails[0] as never)
  expect(mail.text).toContain(`/waves/${waveId}/people`)

  const ctx = w.ctx(csm.actor)
  await chooseForWave(ctx, waveId, { contactId: ann.id, choice: 'exclude', reason: 'trouble', note: 'outage' })
  await chooseForWave(ctx, waveId, { contactId: zoe.id, choice: 'add' })
  const { groups } = await listWavePeople(ctx, { waveId, owner: csm.id, after: null })
  const said = groups.flatMap((group) => group.people.map((one) => [one.name, one.choice, one.reason]))
  expect(said).toEqual([
    ['Ann', 'exclude', 'vetoed'],
    ['Bob', null, null],
    ['Zoe', 'add', null],
  ])

  w.clock.advance(5 * DAY)
  await start(w, waveId)
  await plan(w, waveId)
  const made = new Map((await invitationsOf(w, waveId)).map((row) => [row.contactId, [row.state, row.reason]]))
  expect(made).toEqual(
    new Map([
      [ann.id, ['skipped', 'vetoed']],
      [bob.id, ['planned', null]],
      [zoe.id, ['planned', null]],
    ]),
  )
  const shown = await listNotSent(w.ctx(), { waveId, reason: 'vetoed' })
  expect(shown.people).toMatchObject([{ name: 'Ann', veto: 'trouble', note: 'outage', chosenBy: 'Owner' }])
})

test('A very large account goes on from page to page, and nobody is shown twice or left out', async () => {
  const w = await world()
  const { csm, waveId } = await scheduled(w)
  const huge = await w.account({ name: 'Huge', tier: 'A', ownerId: csm.id })
  const names = Array.from({ length: 7 }, (_, i) => `Person ${i}`)
  for (const name of names.toReversed()) await w.contact({ accountId: huge.id, name })
  await w.contact({ accountId: (await w.account({ name: 'Zett', tier: 'A', ownerId: csm.id })).id, name: 'Last' })
  const shown: string[][] = []
  let after: string | null = null
  do {
    const page = await listWavePeople(w.ctx(csm.actor), { waveId, owner: csm.id, after, size: 3 })
    shown.push(page.groups.flatMap((group) => group.people.map((one) => one.name)))
    after = page.next
  } while (after !== null && shown.length < 20)
  expect(shown).toEqual([['Ann', 'Bob', 'Person 0'], names.slice(1, 4), names.slice(4), ['Last']])
})

test('Who is added is still asked by the rules of delivery', async () => {
  const w = await world()
  const { zoe, waveId } = await scheduled(w)
  await chooseForWave(w.ctx(), waveId, { contactId: zoe.id, choice: 'add' })
  await setPreference(w.ctx(), { contactId: zoe.id, scope: 'all', choice: 'off', source: 'test' } as never)
  await startWaveNow(w.ctx(), waveId)
  await plan(w, waveId)
  const row = (await invitationsOf(w, waveId)).find((one) => one.contactId === zoe.id)
  expect(row).toMatchObject({ state: 'skipped', reason: 'unsubscribed' })
})

test('Once it starts nobody chooses any more; a choice taken back leaves nothing', async () => {
  const w = await world()
  const { ann, bob, waveId } = await scheduled(w)
  await expect(chooseForWave(w.ctx(), waveId, { contactId: ann.id, choice: 'exclude' })).rejects.toMatchObject({
    code: 'veto_reason',
  })
  await chooseForWave(w.ctx(), waveId, { contactId: ann.id, choice: 'exclude', reason: 'other' })
  await chooseForWave(w.ctx(), waveId, { contactId: ann.id, choice: 'none' })
  await startWaveNow(w.ctx(), waveId)
  await expect(
    chooseForWave(w.ctx(), waveId, { contactId: bob.id, choice: 'exclude', reason: 'other' }),
  ).rejects.toMatchObject({ code: 'wave_started' })
  await start(w, waveId)
  await plan(w, waveId)
  expect((await invitationsOf(w, waveId)).map((row) => row.state)).toEqual(['planned', 'planned'])
})

test('A veto in the second of the start is either heard or refused, never lost', async () => {
  const w = await world()
  const { ann, waveId } = await scheduled(w)
  const [veto] = await Promise.allSettled([
    chooseForWave(w.ctx(), waveId, { contactId: ann.id, choice: 'exclude', reason: 'absent' }),
    start(w, waveId),
  ])
  await plan(w, waveId)
  const row = (await invitationsOf(w, waveId)).find((one) => one.contactId === ann.id)!
  expect(row.reason).toBe(veto.status === 'fulfilled' ? 'vetoed' : null)
})

test('A CSM speaks for their own accounts only; a cancelled wave never starts', async () => {
  const w = await world()
  const { ann, waveId } = await scheduled(w)
  const other = await w.user({})
  const veto = { contactId: ann.id, choice: 'exclude', reason: 'other' } as const
  await expect(chooseForWave(w.ctx(other.actor), waveId, veto)).rejects.toMatchObject({ status: 403 })
  await cancelWave(w.ctx(), waveId)
  await start(w, waveId)
  expect((await waveOf(w, waveId)).state).toBe('cancelled')
})

test('The start is read in the zone of the organisation, and lies ahead', () => {
  const now = Date.parse('2026-03-01T00:00:00Z')
  expect(startOf('2026-03-05T09:00', 'Asia/Tokyo', now)).toBe(Date.parse('2026-03-05T00:00:00Z'))
  for (const text of ['2026-02-28T09:00', '2027-03-05T09:00', 'soon', '2026-03-01T09:00'])
    expect(startOf(text, 'Asia/Tokyo', now)).toBeNull()
})
