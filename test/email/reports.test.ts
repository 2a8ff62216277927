import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { applyWaitingEvents } from '#app/email/apply-provider-events.server.ts'
import { liftSuppression } from '#app/email/lift-suppression.server.ts'
import { countSuppressions, listSuppressions } from '#app/email/list-suppressions.server.ts'
import { receiveProviderEvent } from '#app/email/receive-provider-event.server.ts'
import { suppressAddress } from '#app/email/suppress-address.server.ts'
import { events } from '#db/schema/audit.ts'
import { messages, providerEvents, suppressions } from '#db/schema/email.ts'
import { world, type World } from '#test/world.ts'
import { drain, makeMessage, makeOutbox, messageOf, provider } from '#test/email/make.ts'

let n = 0
const report = (
  w: World,
  outbox: ReturnType<typeof makeOutbox>,
  type: string,
  providerId: string,
  over: { id?: string; bounce?: string } = {},
) =>
  receiveProviderEvent(w.system(), outbox.mailStreams, over.id ?? `evt_${++n}`, {
    type,
    created_at: new Date(w.now() + n).toISOString(),
    data: { email_id: providerId, ...(over.bounce && { bounce: { type: over.bounce } }) },
  })

async function sent(w: World) {
  const id = await makeMessage(w, { email: 'reader@customer.test' })
  const outbox = makeOutbox({ transport: provider(() => ({ ok: true, ids: ['re_1'] })).transport })
  await drain(w, outbox)
  return { id, outbox }
}

it('reports move a delivery forward only, in whatever order they come', async () => {
  const w = await world()
  const { id, outbox } = await sent(w)
  const states: string[] = []
  for (const type of [
    'email.delivered',
    'email.delivery_delayed',
    'email.opened',
    'email.complained',
    'email.bounced',
    'email.delivered',
  ]) {
    await report(w, outbox, type, 're_1')
    states.push((await messageOf(w, id)).delivery)
  }
  expect(states).toEqual(['delivered', 'delivered', 'delivered', 'complained', 'complained', 'complained'])
  expect(outbox.told).toEqual([
    [id, 'sent'],
    [id, 'complained'],
  ])
})

it('the same report twice counts once', async () => {
  const w = await world()
  const { outbox } = await sent(w)
  const taken = await Promise.all(
    [1, 2, 3].map(() => report(w, outbox, 'email.complained', 're_1', { id: 'evt_same' })),
  )
  expect(taken.sort()).toEqual([false, false, true])
  expect(outbox.told.filter(([, outcome]) => outcome === 'complained')).toHaveLength(1)
})

it('a report that comes before our own commit waits for it', async () => {
  const w = await world()
  const outbox = makeOutbox()
  let early: Promise<boolean | null> | undefined
  const transport = {
    ...provider().transport,
    async send() {
      early = report(w, outbox, 'email.bounced', 're_early', { bounce: 'Permanent' })
      await early
      return { ok: true as const, ids: ['re_early'] }
    },
  }
  const id = await makeMessage(w, { email: 'reader@customer.test' })
  await drain(w, Object.assign(outbox, { transport }))
  expect(await early).toBe(true)
  expect(await messageOf(w, id)).toMatchObject({ state: 'sent', delivery: 'bounced' })
  expect((await w.store.db.select().from(providerEvents))[0]).toMatchObject({ messageId: id, appliedAt: w.now() })
  expect(outbox.told).toEqual([
    [id, 'sent'],
    [id, 'bounced'],
  ])
})

it('a report that slipped between two commits is found by the job that looks for such', async () => {
  const w = await world()
  const outbox = makeOutbox()
  await report(w, outbox, 'email.delivered', 're_late')
  const id = await makeMessage(w)
  await w.store.write(async (tx) =>
    tx.update(messages).set({ state: 'sent', providerId: 're_late' }).where(eq(messages.id, id)),
  )
  await applyWaitingEvents(outbox.mailStreams)(w.system(), {
    id: '',
    attempt: 1,
    payload: {},
    progress: async () => {},
    stopping: () => false,
  })
  expect((await messageOf(w, id)).delivery).toBe('delivered')
})

it('a permanent bounce suppresses the address, a transient one does not', async () => {
  const w = await world()
  const { id, outbox } = await sent(w)
  await report(w, outbox, 'email.bounced', 're_1', { bounce: 'Transient' })
  expect([(await messageOf(w, id)).delivery, await countSuppressions(w.ctx())]).toEqual(['delayed', 0])
  await report(w, outbox, 'email.bounced', 're_1', { bounce: 'Permanent' })
  expect([(await messageOf(w, id)).delivery, await countSuppressions(w.ctx())]).toEqual(['bounced', 1])

  const next = await makeMessage(w, { email: ' READER@customer.test' })
  await drain(w, outbox)
  expect(await messageOf(w, next)).toMatchObject({ state: 'stopped', stopReason: 'suppressed' })
})

it('a provider that gives one id twice does not keep its mails from being acknowledged', async () => {
  const w = await world()
  const ids = [await makeMessage(w), await makeMessage(w)]
  await drain(w, makeOutbox({ transport: provider(() => ({ ok: true, ids: ['re_same', 're_same'] })).transport }))
  for (const id of ids) expect((await messageOf(w, id)).state).toBe('sent')
})

it('what is no report about a mail is left alone', async () => {
  const w = await world()
  for (const body of [
    null,
    'x',
    {},
    { type: 'contact.created', data: { id: 'c' } },
    { type: 'email.bounced', data: { email_id: 7 } },
  ]) {
    expect(await receiveProviderEvent(w.system(), {}, `evt_${++n}`, body)).toBe(null)
  }
})

it('an address is suppressed once, lifted with a reason by an admin only, and can be suppressed again', async () => {
  const w = await world()
  const email = 'reader@customer.test'
  const made = await Promise.all(
    [1, 2, 3].map(() => suppressAddress(w.system(), { email, reason: 'bounce', source: 'test' })),
  )
  expect(made.filter(Boolean)).toHaveLength(1)
  const { rows } = await listSuppressions(w.ctx(), { q: 'Reader@customer.test' })
  expect(rows).toMatchObject([{ email, reason: 'bounce' }])
  const id = rows[0]!.id
  const csm = await w.user({ roles: ['csm', 'marketer', 'lead'] })
  await expect(liftSuppression(w.ctx(csm.actor), { id, reason: 'has a new mailbox' })).rejects.toMatchObject({
    status: 403,
  })
  await expect(liftSuppression(w.ctx(), { id, reason: '  ' })).rejects.toThrow()
  expect(await liftSuppression(w.ctx(), { id, reason: 'has a new mailbox' })).toBe(email)
  await expect(liftSuppression(w.ctx(), { id, reason: 'twice' })).rejects.toMatchObject({ code: 'suppression_lifted' })
  expect(await suppressAddress(w.system(), { email, reason: 'complaint', source: 'test' })).toBe(true)
  const kept = await w.store.db.select().from(suppressions).where(eq(suppressions.id, id))
  expect(kept).toMatchObject([{ liftedBy: w.admin.id, liftReason: 'has a new mailbox' }])
  const types = (await w.store.db.select().from(events)).map((event) => event.type)
  expect(types.filter((type) => type.startsWith('email.')).toSorted()).toEqual([
    'email.suppressed',
    'email.suppressed',
    'email.suppression_lifted',
  ])
})
