import { eq } from 'drizzle-orm'
import { afterEach, expect, it } from 'vitest'
import { smtpTransport } from '#app/email/smtp-transport.server.ts'
import { claimMessages } from '#app/email/claim-messages.server.ts'
import { prepareMessages } from '#app/email/prepare-messages.server.ts'
import { retryMessage } from '#app/email/retry-message.server.ts'
import { readSmtpUrl } from '#app/platform/smtp-url.ts'
import { events } from '#db/schema/audit.ts'
import { sendBatches, suppressions, transports } from '#db/schema/email.ts'
import { smtpServer, type Step } from '#test/email/smtp-server.ts'
import { drain, makeMessage, makeOutbox, messageOf, turn } from '#test/email/make.ts'
import { holder } from '#test/jobs/make.ts'
import { world, type World } from '#test/world.ts'

const limits = { connect: 500, silence: 500, mail: 800 }
const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

async function server(...args: Parameters<typeof smtpServer>) {
  const made = await smtpServer(...args)
  open.push(made)
  return made
}

function outboxTo(url: string, over: Parameters<typeof makeOutbox>[0] = {}) {
  const transport = smtpTransport(readSmtpUrl(url)!, limits)
  open.push({ close: () => transport.close?.() })
  return makeOutbox({ transport, ...over })
}

const said = (w: World, type: string) => w.store.db.select().from(events).where(eq(events.type, type))

/** One mail that meets a fate at a step, the first time only. */
async function meet(step: Step, fate: string) {
  const w = await world()
  let met = false
  const mail = await server((at) => (at === step && !met ? ((met = true), fate) : undefined))
  const outbox = outboxTo(mail.url)
  const id = await makeMessage(w, { email: 'reader@customer.test' })
  await turn(w, outbox)
  return { w, id, mail, outbox, message: await messageOf(w, id) }
}

it('mail is handed over with both parts, our headers and an id of its own, over a connection that is kept', async () => {
  const w = await world()
  const mail = await server()
  const outbox = outboxTo(mail.url)
  const ids = [await makeMessage(w), await makeMessage(w)]
  await drain(w, outbox)
  expect(await Promise.all(ids.map(async (id) => (await messageOf(w, id)).state))).toEqual(['sent', 'sent'])
  expect(mail.connections()).toBe(1)
  expect(mail.taken).toHaveLength(2)
  expect(mail.taken[0]).toMatchObject({ from: 'koe@sora.test', to: expect.stringMatching(/@customer\.test$/) })
  const text = mail.taken.map((one) => one.text).join()
  for (const id of ids) expect(text).toContain(`Message-ID: <${id}@sora.test>`)
  expect(mail.taken[0]!.text).toMatch(/multipart\/alternative[^]*text\/plain[^]*Hello[^]*text\/html[^]*<p>Hello<\/p>/)
  expect(mail.taken[0]!.text).toContain('X-A: 1')
})

it.each([
  ['connect', 'hang up'],
  ['connect', 'silence'],
  ['EHLO', 'hang up'],
  ['MAIL', 'hang up'],
  ['RCPT', 'hang up'],
  ['DATA', 'hang up'],
  ['connect', '421 4.3.2 too many'],
  ['connect', '450 4.3.2 later'],
  ['MAIL', '451 4.3.0 later'],
  ['RCPT', '421 4.3.2 closing'],
  ['RCPT', '451 4.7.1 greylisted'],
  ['DATA', '452 4.3.1 full'],
  ['content', '451 4.3.0 try again'],
] as const)('nothing was accepted at %s: %s, so it goes again later, once', async (step, fate) => {
  const { w, id, mail, outbox, message } = await meet(step, fate)
  expect(message).toMatchObject({ state: 'queued', batchId: null })
  expect(message.dueAt).toBeGreaterThan(w.now())
  expect(mail.taken).toHaveLength(0)
  w.clock.advance(message.dueAt - w.now())
  await drain(w, outbox)
  expect((await messageOf(w, id)).state).toBe('sent')
  expect(mail.taken).toHaveLength(1)
})

it('a server that isn’t there is tried again later', async () => {
  const w = await world()
  const gone = await smtpServer()
  await gone.close()
  const id = await makeMessage(w)
  await drain(w, outboxTo(gone.url))
  expect(await messageOf(w, id)).toMatchObject({ state: 'queued', dueAt: w.now() + 30_000, lastError: 'unreachable' })
})

it.each(['hang up', 'taken then hang up', 'silence'])(
  'after the mail itself: %s, nobody knows, so it is left to a person and never sent by itself',
  async (fate) => {
    const { w, id, mail, outbox, message } = await meet('content', fate)
    expect(message).toMatchObject({ state: 'uncertain', stopReason: 'no_answer' })
    expect(await said(w, 'email.uncertain')).toHaveLength(1)
    w.clock.advance(48 * 3_600_000)
    await drain(w, outbox)
    expect(mail.steps.filter((step) => step === 'content')).toHaveLength(1)

    // The person takes the risk; the reader's server can tell by the id that it is the same mail.
    await retryMessage(w.ctx(), { id })
    await drain(w, outbox)
    expect((await messageOf(w, id)).state).toBe('sent')
    expect(mail.taken.every((one) => one.text.includes(`Message-ID: <${id}@sora.test>`))).toBe(true)
  },
)

it('what a process was handing over when it died is left to a person; what it had only claimed goes out', async () => {
  const w = await world()
  const mail = await server()
  const [handed, claimed] = [await makeMessage(w), await makeMessage(w)]
  const dying = outboxTo(mail.url, { holder: holder('here/dead/1') })
  const first = await claimMessages(w.system(), dying.holder, dying.mailStreams, 1)
  expect(first.map((message) => message.id)).toEqual([handed])
  await prepareMessages(w.system(), dying, first)
  await claimMessages(w.system(), dying.holder, dying.mailStreams, 1)

  const [batch] = await w.store.db.select().from(sendBatches)
  expect(batch!.leaseUntil! - w.now()).toBeGreaterThan(limits.mail)
  w.clock.advance(batch!.leaseUntil! - w.now() + 1)
  const outbox = outboxTo(mail.url)
  await turn(w, outbox)
  await drain(w, outbox)
  expect([(await messageOf(w, handed!)).state, (await messageOf(w, claimed!)).state]).toEqual(['uncertain', 'sent'])
  expect(mail.taken).toHaveLength(1)
})

it('mail that was under way by another transport is left to a person, not sent by this one', async () => {
  const w = await world()
  const mail = await server()
  const id = await makeMessage(w)
  const before = makeOutbox({
    transport: {
      name: 'resend',
      most: 100,
      keys: true,
      send: async () => ({ ok: false, verdict: { kind: 'unknown', reason: 'no_answer', after: null } }),
    },
  })
  await turn(w, before)
  w.clock.advance(1_001)
  await drain(w, outboxTo(mail.url))
  expect((await messageOf(w, id)).state).toBe('uncertain')
  expect(mail.taken).toHaveLength(0)
})

it('an address that nobody has fails, bounces and is suppressed; the next mail goes over the same connection', async () => {
  const w = await world()
  const mail = await server((step, line) =>
    step === 'RCPT' && line.includes('nobody@') ? '550 5.1.1 <nobody@customer.test> no such user' : undefined,
  )
  const outbox = outboxTo(mail.url)
  const nobody = await makeMessage(w, { email: 'nobody@customer.test' })
  const reader = await makeMessage(w, { email: 'reader@customer.test' })
  await drain(w, outbox)
  expect(await messageOf(w, nobody)).toMatchObject({
    state: 'failed',
    delivery: 'bounced',
    stopReason: 'bounced',
    lastError: '550 5.1.1 … no such user',
  })
  expect((await messageOf(w, reader)).state).toBe('sent')
  expect(outbox.told).toContainEqual([nobody, 'failed'])
  expect(await w.store.db.select().from(suppressions)).toMatchObject([{ reason: 'bounce', source: 'smtp' }])
  expect(mail.connections()).toBe(1)

  const again = await makeMessage(w, { email: 'nobody@customer.test' })
  await drain(w, outbox)
  expect(await messageOf(w, again)).toMatchObject({ state: 'stopped', stopReason: 'suppressed' })
})

it.each([
  ['RCPT', '550 5.7.1 blocked by policy', 'recipient_refused'],
  ['RCPT', '552 5.2.2 mailbox full', 'recipient_refused'],
  ['content', '554 5.7.1 looks like spam', 'message_refused'],
] as const)(
  'a refusal for good at %s (%s) fails the mail without suppressing the address',
  async (step, fate, reason) => {
    const { w, message } = await meet(step, fate)
    expect(message).toMatchObject({ state: 'failed', delivery: 'none', stopReason: reason, lastError: fate })
    expect(await w.store.db.select().from(suppressions)).toHaveLength(0)
  },
)

it.each([
  ['MAIL', '553 5.7.1 sender not owned by user', 'sender_refused'],
  ['MAIL', '530 5.7.0 authentication required', 'auth_required'],
  ['RCPT', '554 5.7.1 relay access denied', 'relay_denied'],
  ['connect', '554 5.7.1 no service for you', 'service_refused'],
] as const)(
  'what every mail would meet (%s: %s) pauses sending, with one alert, and loses nothing',
  async (step, fate, reason) => {
    const { w, message } = await meet(step, fate)
    expect(message).toMatchObject({ state: 'queued', batchId: null })
    expect((await w.store.db.select().from(transports))[0]).toMatchObject({ name: 'smtp', state: 'paused', reason })
    expect(await said(w, 'email.transport_paused')).toHaveLength(1)
  },
)

it('a wrong password pauses sending; the right one is said to the server, and never to one without TLS elsewhere', async () => {
  const w = await world()
  let right = false
  const lines: string[] = []
  const mail = await server(
    (step, line) => {
      if (step !== 'AUTH') return undefined
      lines.push(line)
      return right ? undefined : '535 5.7.8 bad credentials'
    },
    { extensions: ['AUTH PLAIN'] },
  )
  const id = await makeMessage(w)
  const outbox = outboxTo(mail.url.replace('//', '//koe:p%40ss@'))
  await turn(w, outbox)
  expect((await w.store.db.select().from(transports))[0]).toMatchObject({ state: 'paused', reason: 'auth_failed' })
  right = true
  await drain(w, outbox)
  expect((await messageOf(w, id)).state).toBe('sent')
  expect(Buffer.from(lines.at(-1)!.split(' ')[2]!, 'base64').toString()).toBe('\0koe\0p@ss')
  expect((await w.store.db.select().from(transports))[0]!.state).toBe('active')

  const plain = await server(undefined, { extensions: ['AUTH PLAIN'] })
  const other = await makeMessage(w)
  await turn(w, outboxTo(`${plain.url.replace('//', '//koe:secret@')}?tls=required`))
  expect((await messageOf(w, other)).state).toBe('queued')
  expect((await w.store.db.select().from(transports))[0]).toMatchObject({ state: 'paused', reason: 'tls_failed' })
  expect(plain.steps).not.toContain('AUTH')
})

it('a connection that the server dropped while it was kept costs nothing: the mail goes over a new one at once', async () => {
  const w = await world()
  let mails = 0
  const mail = await server((step) => (step === 'MAIL' && ++mails === 2 ? 'hang up' : undefined))
  const outbox = outboxTo(mail.url)
  for (const connections of [1, 2, 3]) {
    const id = await makeMessage(w)
    await drain(w, outbox)
    expect((await messageOf(w, id)).state).toBe('sent')
    expect(mail.connections()).toBe(connections)
    if (connections === 2) mail.drop()
  }
  expect(mail.taken).toHaveLength(3)
})

it('a mail that is put off again and again is given up after three days', async () => {
  const w = await world()
  const mail = await server((step) => (step === 'RCPT' ? '450 4.2.2 mailbox full' : undefined))
  const outbox = outboxTo(mail.url)
  const id = await makeMessage(w)
  let tries = 0
  for (; tries < 100 && (await messageOf(w, id)).state === 'queued'; tries++) {
    await drain(w, outbox)
    w.clock.advance(Math.max(0, (await messageOf(w, id)).dueAt - w.now()))
  }
  expect(await messageOf(w, id)).toMatchObject({ state: 'failed', stopReason: 'not_now', delivery: 'none' })
  // 5, 5, 10, 20, 40, 80, 160 minutes, then every 4 hours until 72.
  expect(tries).toBeGreaterThan(15)
  expect(tries).toBeLessThan(30)
})

it('mail that may no longer leave doesn’t hold up what comes behind it', async () => {
  const w = await world()
  const mail = await server()
  const outbox = outboxTo(mail.url)
  for (let i = 0; i < 5; i++) await makeMessage(w, { email: 'bad address' })
  w.clock.advance(1)
  const id = await makeMessage(w)
  expect(await turn(w, outbox)).toBe(true)
  expect((await messageOf(w, id)).state).toBe('sent')
})

it('mail to an address outside MAIL_ALLOW stays here', async () => {
  const w = await world()
  const mail = await server()
  const outbox = outboxTo(mail.url, { allow: ['sora.test'] })
  const id = await makeMessage(w, { email: 'reader@customer.test' })
  await drain(w, outbox)
  expect(await messageOf(w, id)).toMatchObject({ state: 'sent', provider: 'mailbox', stopReason: 'not_allowed' })
  expect(mail.connections()).toBe(0)
})
