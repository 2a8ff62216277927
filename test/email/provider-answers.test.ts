import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { confirmMessageSent, retryMessage } from '#app/email/retry-message.server.ts'
import { suppressAddress } from '#app/email/suppress-address.server.ts'
import type { SendResult } from '#app/email/transport.ts'
import { events } from '#db/schema/audit.ts'
import { messages, transports } from '#db/schema/email.ts'
import { world, type World } from '#test/world.ts'
import { holder } from '#test/jobs/make.ts'
import { drain, makeMessage, makeOutbox, messageOf, provider, template, turn } from '#test/email/make.ts'

const said = (w: World, type: string) => w.store.db.select().from(events).where(eq(events.type, type))
const many = (w: World, n: number) => Promise.all(Array.from({ length: n }, () => makeMessage(w)))

it('what got no clear answer goes again with the very same bytes under the very same key', async () => {
  const w = await world()
  await many(w, 3)
  let tries = 0
  const { transport, requests } = provider(() =>
    ++tries < 3 ? { ok: false, verdict: { kind: 'unknown', reason: 'no_answer', after: null } } : undefined,
  )
  const outbox = makeOutbox({ transport })
  for (let i = 0; i < 3; i++) {
    await drain(w, outbox)
    w.clock.advance(1_001)
  }
  expect(requests).toHaveLength(3)
  expect(new Set(requests.map((request) => request.key)).size).toBe(1)
  expect(new Set(requests.map((request) => JSON.stringify(request.mails.map(sorted)))).size).toBe(1)
  expect((await w.store.db.select().from(messages)).every((row) => row.state === 'sent')).toBe(true)
})
const sorted = (mail: { headers: Record<string, string> }) => ({
  ...mail,
  headers: Object.entries(mail.headers).sort(),
})

it('what is still unclear after 23 hours is left to a person, once, with one event for the batch', async () => {
  const w = await world()
  const [id, other] = await many(w, 2)
  const { transport, requests } = provider(() => ({
    ok: false,
    verdict: { kind: 'unknown', reason: 'no_answer', after: null },
  }))
  const outbox = makeOutbox({ transport })
  await drain(w, outbox)
  w.clock.advance(23 * 3_600_000 + 1)
  await drain(w, outbox)
  expect(requests).toHaveLength(1)
  expect(await messageOf(w, id!)).toMatchObject({ state: 'uncertain', stopReason: 'no_answer' })
  expect(await said(w, 'email.uncertain')).toHaveLength(1)

  await confirmMessageSent(w.ctx(), { id: id! })
  await retryMessage(w.ctx(), { id: other! })
  expect([(await messageOf(w, id!)).state, (await messageOf(w, other!)).state]).toEqual(['sent', 'queued'])
  await expect(retryMessage(w.ctx(), { id: id! })).rejects.toMatchObject({ code: 'message_not_ended' })
})

it('a rejected batch is halved under new keys until the bad mail stands alone', async () => {
  const w = await world()
  const ids = await many(w, 33)
  const bad = new Set([ids[5], ids[30]])
  const { transport, requests } = provider((mails) =>
    mails.some((mail) => bad.has(mail.messageId))
      ? { ok: false, verdict: { kind: 'refuse', reason: 'validation_error' } }
      : undefined,
  )
  const outbox = makeOutbox({ transport })
  await drain(w, outbox)
  const rows = await w.store.db.select().from(messages)
  expect(
    rows
      .filter((row) => row.state === 'failed')
      .map((row) => row.id)
      .sort(),
  ).toEqual([...bad].sort())
  expect(rows.filter((row) => row.state === 'sent')).toHaveLength(31)
  expect(new Set(requests.map((request) => request.key)).size).toBe(requests.length)
  expect(outbox.told.filter(([, outcome]) => outcome === 'failed')).toHaveLength(2)
})

it('a spent quota pauses sending with one alert, and the first success ends it', async () => {
  const w = await world()
  await many(w, 3)
  let spent = true
  const { transport, requests } = provider(() =>
    spent ? { ok: false, verdict: { kind: 'pause', reason: 'daily_quota_exceeded', after: 3_600_000 } } : undefined,
  )
  const pump = (await import('#app/email/outbox.server.ts')).makeOutbox({
    mailStreams: {},
    mailTemplates: { test: async () => template },
    transport,
    allow: ['*'],
    lanes: 1,
  })(w.system(), holder())
  const run = async () => {
    for (let i = 0; i < 4; i++) {
      await pump.turn()
      await pump.settle()
    }
  }
  await run()
  expect(requests).toHaveLength(1)
  expect((await w.store.db.select().from(transports))[0]).toMatchObject({
    state: 'paused',
    reason: 'daily_quota_exceeded',
    resumeAt: w.now() + 3_600_000,
  })
  w.clock.advance(3_600_001)
  await run()
  expect(requests).toHaveLength(2)
  expect(await said(w, 'email.transport_paused')).toHaveLength(1)
  spent = false
  w.clock.advance(3_600_001)
  await run()
  expect((await w.store.db.select().from(transports))[0]!.state).toBe('active')
  expect(await said(w, 'email.transport_resumed')).toHaveLength(1)
  const rows = await w.store.db.select().from(messages)
  expect(rows.map((row) => [row.state, row.attempt])).toEqual([
    ['sent', 1],
    ['sent', 1],
    ['sent', 1],
  ])
})

it('a busy provider is asked again after the time it names, and the guard is asked again too', async () => {
  const w = await world()
  const id = await makeMessage(w, { email: 'reader@customer.test' })
  const { transport, requests } = provider(() => ({
    ok: false,
    verdict: { kind: 'later', reason: 'rate_limit_exceeded', after: 5_000 },
  }))
  const outbox = makeOutbox({ transport })
  await drain(w, outbox)
  expect(await messageOf(w, id)).toMatchObject({ state: 'queued', batchId: null, dueAt: w.now() + 5_000 })
  await suppressAddress(w.system(), { email: 'reader@customer.test', reason: 'complaint', source: 'test' })
  w.clock.advance(5_000)
  await drain(w, outbox)
  expect(requests).toHaveLength(1)
  expect(await messageOf(w, id)).toMatchObject({ state: 'stopped', stopReason: 'suppressed' })
})

it.each([
  { kind: 'later', reason: 'rate_limit_exceeded', after: 1_000 },
  { kind: 'pause', reason: 'daily_quota_exceeded', after: 1_000 },
] as const)('after a doubtful try, $reason does not free the mails from their key', async (verdict) => {
  const w = await world()
  await many(w, 2)
  const answers: SendResult[] = [
    { ok: false, verdict: { kind: 'unknown', reason: 'no_answer', after: null } }, // say, accepted, and the reply was lost
    { ok: false, verdict },
  ]
  const { transport, requests } = provider(() => answers.shift())
  const outbox = makeOutbox({ transport })
  for (let i = 0; i < 3; i++) {
    await turn(w, outbox)
    w.clock.advance(1_001)
  }
  expect(requests).toHaveLength(3)
  expect(new Set(requests.map((request) => request.key)).size).toBe(1)
  expect((await w.store.db.select().from(messages)).every((row) => row.state === 'sent')).toBe(true)
})
