import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { startSession } from '#app/access/sessions.server.ts'
import { write } from '#app/audit/context.server.ts'
import { claimMessages } from '#app/email/claim-messages.server.ts'
import { getHold, listHeld } from '#app/email/list-held.server.ts'
import { prepareMessages } from '#app/email/prepare-messages.server.ts'
import { discardHeld, discardStream, releaseStream } from '#app/email/release-held.server.ts'
import { settleRestore } from '#app/loop/settle-restore.server.ts'
import type { JobRun } from '#app/jobs/job.ts'
import { HOUR } from '#app/platform/day.ts'
import { sessions } from '#db/schema/access.ts'
import { messages, sendBatches } from '#db/schema/email.ts'
import { jobs } from '#db/schema/jobs.ts'
import { drain, makeMessage, makeOutbox, messageOf, provider } from '#test/email/make.ts'
import { world, type World } from '#test/world.ts'

const restored = (w: World) =>
  write(w.system(), (ctx) => settleRestore(ctx, { madeAt: w.now() - HOUR, version: '0.1.0' }))

async function sentBy(w: World) {
  const { transport, requests } = provider()
  const outbox = makeOutbox({ transport })
  await drain(w, outbox)
  return requests.flatMap((request) => request.mails.map((mail) => mail.messageId))
}

it('after a restore no mail leaves, neither old nor new, but a colleague’s that is written since', async () => {
  const w = await world()
  const [old, staff] = [await makeMessage(w), await makeMessage(w, { stream: 'staff' })]
  w.clock.advance(1000)
  await restored(w)
  w.clock.advance(1000)
  const [fresh, password] = [await makeMessage(w), await makeMessage(w, { stream: 'staff' })]
  expect(await sentBy(w)).toEqual([password])
  for (const id of [old, staff, fresh]) expect(await messageOf(w, id)).toMatchObject({ state: 'queued', attempt: 0 })
})

it('an admin sees what would go out: how much, how old, where to', async () => {
  const w = await world()
  expect(await getHold(w.ctx())).toBeNull()
  await makeMessage(w, { email: 'a@umi.test' })
  w.clock.advance(HOUR)
  for (const email of ['b@UMI.test', 'c@yama.test']) await makeMessage(w, { email })
  await makeMessage(w, { stream: 'case', email: 'd@sora.test' })
  await restored(w)
  expect(await getHold(w.ctx())).toMatchObject({ at: w.now(), madeAt: w.now() - HOUR })
  const { streams, more } = await listHeld(w.ctx())
  expect(more).toBe(false)
  expect(streams.map(({ stream, waiting }) => [stream, waiting])).toEqual([
    ['invitation', 3],
    ['reminder', 0],
    ['ask', 0],
    ['case', 1],
    ['news', 0],
    ['report', 0],
    ['staff', 0],
  ])
  expect(streams[0]).toMatchObject({
    oldest: w.now() - HOUR,
    newest: w.now(),
    domains: [
      { domain: 'umi.test', n: 2 },
      { domain: 'yama.test', n: 1 },
    ],
    otherDomains: 0,
  })
  const viewer = await w.user({ roles: ['lead'] })
  await expect(listHeld(w.ctx(viewer.actor))).rejects.toMatchObject({ status: 403 })
})

it('a released stream sends what it held, once; the others wait on', async () => {
  const w = await world()
  const [survey, news] = [await makeMessage(w), await makeMessage(w, { stream: 'news' })]
  await restored(w)
  await releaseStream(w.ctx(), { stream: 'invitation' })
  await expect(releaseStream(w.ctx(), { stream: 'invitation' })).rejects.toMatchObject({ code: 'stream_not_held' })
  expect(await sentBy(w)).toEqual([survey])
  expect((await messageOf(w, news)).state).toBe('queued')
  for (const stream of ['reminder', 'ask', 'case', 'news', 'report', 'staff'] as const)
    await releaseStream(w.ctx(), { stream })
  expect(await getHold(w.ctx())).toBeNull()
  expect(await sentBy(w)).toEqual([news])
})

it('a discarded stream sends nothing it held, tells its room why, and sends again afterwards', async () => {
  const w = await world()
  const ids = await Promise.all(Array.from({ length: 130 }, () => makeMessage(w)))
  const news = await makeMessage(w, { stream: 'news' })
  await restored(w)
  await discardStream(w.ctx(), { stream: 'invitation' })
  expect((await listHeld(w.ctx())).streams[0]).toMatchObject({ stream: 'invitation', discarding: true })
  const [job] = await w.store.db.select().from(jobs).where(eq(jobs.kind, 'email.discard_held'))
  const told: string[] = []
  const run: JobRun = {
    id: job!.id,
    attempt: 1,
    payload: job!.payload,
    progress: async () => {},
    stopping: () => false,
  }
  await discardHeld({ invitation: { settled: async (_ctx, message, outcome) => void told.push(`${message.id} ${outcome}`) } })(w.system(), run) // prettier-ignore
  expect(told.sort()).toEqual(ids.map((id) => `${id} stopped`).sort())
  expect(await messageOf(w, ids[0]!)).toMatchObject({ state: 'stopped', stopReason: 'discarded' })
  expect((await messageOf(w, news)).state).toBe('queued')
  const later = await makeMessage(w)
  expect(await sentBy(w)).toEqual([later])
})

it('what was on its way when the backup was made is left to a person, and nobody stays signed in', async () => {
  const w = await world()
  const id = await makeMessage(w)
  const outbox = makeOutbox({ transport: provider().transport })
  await prepareMessages(w.system(), outbox, await claimMessages(w.system(), outbox.holder, {}, 10)) // and then it is killed
  await w.store.write((tx) => startSession({ ...w.system(), tx }, 'usr_admin', 'test'))
  expect((await messageOf(w, id)).state).toBe('sending')
  await restored(w)
  expect(await messageOf(w, id)).toMatchObject({ state: 'uncertain', stopReason: 'restored' })
  expect((await w.store.db.select().from(sendBatches))[0]).toMatchObject({ state: 'uncertain', leaseBy: null })
  expect((await listHeld(w.ctx())).uncertain).toBe(1)
  expect((await w.store.db.select().from(sessions)).every((session) => session.endedAt !== null)).toBe(true)
  expect(await w.store.db.select().from(messages)).toHaveLength(1)
})
