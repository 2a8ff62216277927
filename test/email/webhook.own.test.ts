import { count } from 'drizzle-orm'
import type { ActionFunctionArgs } from '@remix-run/node'
import { Webhook } from 'standardwebhooks'
import { expect, it, vi } from 'vitest'
import { action } from '#app/email/routes/resend-webhook.ts'
import { messages, providerEvents } from '#db/schema/email.ts'
import { eq } from 'drizzle-orm'
import { world, type World } from '#test/world.ts'
import { makeMessage, messageOf } from '#test/email/make.ts'

const { secret } = vi.hoisted(() => {
  const secret = `whsec_${Buffer.from('a webhook secret of the tests').toString('base64')}`
  process.env.RESEND_WEBHOOK_SECRET = secret
  return { secret }
})

const body = (w: World, type = 'email.delivered') =>
  JSON.stringify({
    type,
    created_at: new Date(w.now()).toISOString(),
    data: { email_id: 're_1', to: ['読者@customer.test'] },
  })

/** As Resend signs: over the raw body, in headers of Svix. */
function post(w: World, raw: string, over: { id?: string; at?: Date; signature?: string; sent?: string } = {}) {
  const id = over.id ?? 'msg_1'
  const at = over.at ?? new Date()
  const headers = {
    'svix-id': id,
    'svix-timestamp': String(Math.floor(at.getTime() / 1000)),
    'svix-signature': over.signature ?? new Webhook(secret).sign(id, at, raw),
  }
  const request = new Request('http://localhost/webhooks/resend', { method: 'POST', body: over.sent ?? raw, headers })
  return action({ request, params: {}, context: { ctx: w.anonymous() } } as unknown as ActionFunctionArgs)
}

const known = async (w: World) => (await w.store.db.select({ n: count() }).from(providerEvents))[0]!.n

it('a signed report is applied, and the same one again is known', async () => {
  const w = await world()
  const id = await makeMessage(w)
  await w.store.write(async (tx) =>
    tx.update(messages).set({ state: 'sent', providerId: 're_1' }).where(eq(messages.id, id)),
  )
  const said = [await post(w, body(w)), await post(w, body(w))]
  expect(await Promise.all(said.map((response) => response.text()))).toEqual(['taken\n', 'known\n'])
  expect((await messageOf(w, id)).delivery).toBe('delivered')
  expect(await known(w)).toBe(1)
})

it('nothing is taken whose signature does not fit its very bytes, its id and its time', async () => {
  const w = await world()
  const raw = body(w)
  const late = new Date(Date.now() - 3_600_000)
  const replies = await Promise.all([
    post(w, raw, { sent: raw.replace('delivered', 'complained') }),
    post(w, raw, { sent: `${raw} ` }),
    post(w, raw, { signature: 'v1,AAAA' }),
    post(w, raw, { signature: '' }),
    post(w, raw, { id: 'msg_2', signature: new Webhook(secret).sign('msg_1', new Date(), raw) }),
    post(w, raw, { at: late }), // signed well, but an hour old: a replay
  ])
  expect(replies.map((response) => response.status)).toEqual([401, 401, 401, 401, 401, 401])
  expect(await known(w)).toBe(0)
})

it('signed nonsense is ignored without an error', async () => {
  const w = await world()
  for (const raw of ['{}', '[]', '"x"', '{"type":"domain.updated","data":{"id":"d"}}']) {
    const reply = await post(w, raw)
    expect([reply.status, await reply.text()]).toEqual([200, 'ignored\n'])
  }
})
