import { count } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { write } from '#app/audit/context.server.ts'
import { cancelMessages } from '#app/email/cancel-messages.server.ts'
import { claimMessages } from '#app/email/claim-messages.server.ts'
import { makeOutbox as makePump } from '#app/email/outbox.server.ts'
import { prepareMessages } from '#app/email/prepare-messages.server.ts'
import { pruneBodies } from '#app/email/prune-bodies.server.ts'
import { settleBatch } from '#app/email/settle-batch.server.ts'
import { suppressAddress } from '#app/email/suppress-address.server.ts'
import { tellAgain } from '#app/email/settled.server.ts'
import { startWorker } from '#app/jobs/worker.server.ts'
import { messageBodies, messages, sendBatches } from '#db/schema/email.ts'
import { jobs } from '#db/schema/jobs.ts'
import { world, type World } from '#test/world.ts'
import { holder, registry, until } from '#test/jobs/make.ts'
import { drain, makeMessage, makeOutbox, messageOf, provider, template } from '#test/email/make.ts'

const many = (w: World, n: number) => Promise.all(Array.from({ length: n }, () => makeMessage(w)))

it('without a provider a mail stays in the mailbox, rendered, and its stream is told', async () => {
  const w = await world()
  const id = await makeMessage(w)
  const outbox = makeOutbox()
  await drain(w, outbox)
  expect(await messageOf(w, id)).toMatchObject({
    state: 'sent',
    provider: 'mailbox',
    sentAt: w.now(),
    leaseBy: null,
    stopReason: null,
  })
  const [body] = await w.store.db.select().from(messageBodies)
  expect(body).toMatchObject({ messageId: id, subject: `Hello ${id}`, from: '"Koe" <koe@sora.test>' })
  expect(outbox.told).toEqual([[id, 'sent']])
})

it('with a provider, mail leaves in requests of at most 100, each under its own key', async () => {
  const w = await world()
  const ids = await many(w, 130)
  const { transport, requests } = provider()
  const outbox = makeOutbox({ transport })
  await drain(w, outbox)
  expect(requests.map((request) => request.mails.length)).toEqual([100, 30])
  expect(new Set(requests.map((request) => request.key)).size).toBe(2)
  expect(new Set(requests.flatMap((request) => request.mails.map((mail) => mail.messageId)))).toEqual(new Set(ids))
  expect(
    (await w.store.db.select().from(messages)).every((row) => row.state === 'sent' && row.providerId !== null),
  ).toBe(true)
  expect(outbox.told).toHaveLength(130)
})

it('in the sandbox only allowed mail leaves; the rest stays here and says so', async () => {
  const w = await world()
  const [out, stays] = [
    await makeMessage(w, { email: 'me@sora.test' }),
    await makeMessage(w, { email: 'customer@umi.test' }),
  ]
  const { transport, requests } = provider()
  await drain(w, makeOutbox({ transport, allow: ['sora.test'] }))
  expect(requests.flatMap((request) => request.mails.map((mail) => mail.messageId))).toEqual([out])
  expect(await messageOf(w, stays)).toMatchObject({ state: 'sent', provider: 'mailbox', stopReason: 'not_allowed' })
})

it.each([
  [
    'suppressed',
    async (w: World) =>
      void (await suppressAddress(w.system(), { email: 'Reader@Customer.test ', reason: 'bounce', source: 'test' })),
    'reader@customer.test',
  ],
  ['bad_address', async () => {}, 'no address'],
  ['held', async () => {}, 'held@customer.test'],
])('a mail that may not be sent is stopped with its reason: %s', async (reason, prepare, email) => {
  const w = await world()
  await prepare(w)
  const [id, other] = [await makeMessage(w, { email }), await makeMessage(w)]
  const outbox = makeOutbox()
  const invitation = {
    ...outbox.mailStreams.invitation,
    guard: async (_: unknown, message: { toEmail: string }) => (message.toEmail.startsWith('held@') ? 'held' : null),
  }
  await drain(w, Object.assign(outbox, { mailStreams: { invitation } }))
  expect(await messageOf(w, id)).toMatchObject({ state: 'stopped', stopReason: reason, attempt: 0, firstTryAt: null })
  expect((await messageOf(w, other)).state).toBe('sent')
  expect(outbox.told).toContainEqual([id, 'stopped'])
})

it('a cancelled mail is never sent, and one on its way can no longer be cancelled', async () => {
  const w = await world()
  const [id, gone] = [await makeMessage(w), await makeMessage(w)]
  const { refId } = await messageOf(w, id)
  expect(await cancelMessages(w.system(), { refKind: 'test', refId })).toEqual([id])
  await claimMessages(w.system(), holder(), {}, 10)
  expect(await cancelMessages(w.system(), { refKind: 'test', refId: (await messageOf(w, gone)).refId })).toEqual([])
  expect((await messageOf(w, id)).state).toBe('cancelled')
})

it('colleagues’ mail does not queue behind a wave', async () => {
  const w = await world()
  await many(w, 5)
  w.clock.advance(1000)
  const reset = await makeMessage(w, { stream: 'staff' })
  const [first] = await claimMessages(w.system(), holder(), {}, 1)
  expect(first!.id).toBe(reset)
})

it('two workers never claim the same message, and an old holder can neither freeze nor acknowledge', async () => {
  const w = await world()
  await many(w, 30)
  const { transport } = provider()
  const [old, fresh] = [makeOutbox({ transport }), makeOutbox({ transport })]
  const [a, b] = await Promise.all([
    claimMessages(w.system(), old.holder, {}, 20),
    claimMessages(w.system(), fresh.holder, {}, 20),
  ])
  expect(new Set([...a, ...b].map((message) => message.id)).size).toBe(30)

  w.clock.advance(30_001)
  const again = await claimMessages(w.system(), fresh.holder, {}, 100)
  expect(again).toHaveLength(30)
  expect(await prepareMessages(w.system(), old, a)).toBe(null)
  const batch = await prepareMessages(w.system(), fresh, again)
  expect(await settleBatch(w.system(), old, batch!, { ok: true, ids: [] })).toBe(false)
  expect((await w.store.db.select().from(sendBatches))[0]!.state).toBe('sending')
  expect(await settleBatch(w.system(), fresh, batch!, { ok: true, ids: [] })).toBe(true)
})

it('a template that throws delays its own mail alone, and fails it after eight tries', async () => {
  const w = await world()
  const [broken, fine] = [await makeMessage(w, { template: 'broken' }), await makeMessage(w)]
  const outbox = makeOutbox({
    mailTemplates: {
      test: async () => template,
      broken: async () => async () => {
        throw new Error('no such program')
      },
    },
  })
  for (let i = 0; i < 8; i++) {
    await drain(w, outbox)
    w.clock.advance(7_200_001)
  }
  expect((await messageOf(w, fine)).state).toBe('sent')
  expect(await messageOf(w, broken)).toMatchObject({ state: 'failed', stopReason: 'not_prepared', attempt: 8 })
})

it('a stream that throws when told does not make its mail be sent again; a job tells it again', async () => {
  const w = await world()
  const id = await makeMessage(w)
  let broken = true
  const told: string[] = []
  const mailStreams = {
    invitation: {
      settled: async (_ctx: unknown, message: { id: string }) => {
        if (broken) throw new Error('no')
        told.push(message.id)
      },
    },
  }
  await drain(w, makeOutbox({ mailStreams }))
  expect((await messageOf(w, id)).state).toBe('sent')
  const [job] = await w.store.db.select().from(jobs)
  expect(job).toMatchObject({ kind: 'email.settled', payload: { message: id, outcome: 'sent' } })
  broken = false
  await tellAgain(mailStreams)(w.system(), {
    id: job!.id,
    attempt: 1,
    payload: job!.payload,
    progress: async () => {},
    stopping: () => false,
  })
  expect(told).toEqual([id])
})

it('texts are deleted seven days after the end, not before', async () => {
  const w = await world()
  await many(w, 3)
  await drain(w, makeOutbox())
  const bodies = async () => (await w.store.db.select({ n: count() }).from(messageBodies))[0]!.n
  const run = { id: '', attempt: 1, payload: {}, progress: async () => {}, stopping: () => false }
  w.clock.advance(7 * 86_400_000 - 1)
  await pruneBodies(w.system(), run)
  expect(await bodies()).toBe(3)
  w.clock.advance(1)
  await pruneBodies(w.system(), run)
  expect(await bodies()).toBe(0)
})

it('two running workers send everything once', async () => {
  const w = await world()
  const { transport, requests } = provider()
  const pumps = {
    outbox: async () =>
      makePump({ mailStreams: {}, mailTemplates: { test: async () => template }, transport, allow: ['*'] }),
  }
  const workers = [1, 2].map(() => startWorker({ ...w.system(), now: Date.now }, registry({ pumps }), { poll: 20 }))
  await write(w.system(), async () => {})
  const ids = await many(w, 250)
  await until(async () => (await w.store.db.select().from(messages)).every((row) => row.state === 'sent'))
  await Promise.all(workers.map((worker) => worker.stop()))
  const sent = requests.flatMap((request) => request.mails.map((mail) => mail.messageId))
  expect(sent.sort()).toEqual([...ids].sort())
})
