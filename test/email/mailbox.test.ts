import type { LoaderFunctionArgs } from '@remix-run/node'
import { expect, it } from 'vitest'
import { listMail } from '#app/email/list-mail.server.ts'
import { maskSecrets, openMailbox } from '#app/email/mailbox-door.server.ts'
import { loader as bodyLoader } from '#app/email/routes/mail-body.ts'
import { world, type World } from '#test/world.ts'
import { drain, makeMessage, makeOutbox } from '#test/email/make.ts'

const local = { host: 'localhost:3000' }
const door = (
  w: World,
  over: { actor?: Parameters<World['ctx']>[0]; from?: string; headers?: Record<string, string> } = {},
) =>
  openMailbox(
    {
      ctx: over.actor ? w.ctx(over.actor) : w.anonymous(),
      user: over.actor ? { id: over.actor.id! } : null,
      remoteAddress: over.from ?? '127.0.0.1',
    },
    new Headers(over.headers ?? local),
  )

it('opens for who sits at the machine, and for an admin from anywhere; for nobody else', async () => {
  const w = await world()
  const csm = await w.user({ roles: ['csm', 'lead', 'marketer'] })
  expect(door(w).alone).toBe(true)
  expect(door(w, { from: '::1' }).alone).toBe(true)
  expect(door(w, { actor: w.admin, from: '10.0.0.7' }).userId).toBe(w.admin.id)
  expect(() => door(w, { from: '10.0.0.7' })).toThrow(expect.objectContaining({ status: 401 }))
  expect(() => door(w, { actor: csm.actor, from: '10.0.0.7' })).toThrow(expect.objectContaining({ status: 403 }))
})

it.each([
  { host: 'evil.test' },
  { ...local, 'x-forwarded-for': '10.0.0.7' },
  { ...local, forwarded: 'for=10.0.0.7' },
  { host: 'localhost.evil.test' },
])('a proxy or a rebound name does not make a visitor local: %j', async (headers) => {
  const w = await world()
  expect(() => door(w, { headers: headers as unknown as Record<string, string> })).toThrow(
    expect.objectContaining({ status: 401 }),
  )
})

it('links that sign somebody in are shown to that person, or at the machine to nobody in particular; others see them hidden', async () => {
  const w = await world()
  const text =
    'Open http://localhost:3000/reset/tok_1.abc-DEF_9.xyz now, or http://localhost:3000/invite/tok_2; survey: http://localhost:3000/s/inv_1.k.m'
  const hidden =
    'Open http://localhost:3000/reset/… now, or http://localhost:3000/invite/…; survey: http://localhost:3000/s/inv_1.k.m'
  expect(maskSecrets(text, door(w, { actor: w.admin }), 'usr_other')).toBe(hidden)
  expect(maskSecrets(text, door(w, { actor: w.admin, from: '10.0.0.7' }), null)).toBe(hidden)
  expect(maskSecrets(text, door(w, { actor: w.admin }), w.admin.id)).toBe(text)
  expect(maskSecrets(text, door(w), 'usr_other')).toBe(text)
})

it('a mail is shown under a policy that lets nothing in it run, load or send', async () => {
  const w = await world()
  const id = await makeMessage(w)
  await drain(
    w,
    makeOutbox({
      mailTemplates: {
        test: async () => async () => ({
          subject: 'x',
          html: '<html><head></head><body><script>alert(1)</script></body></html>',
          text: '',
        }),
      },
    }),
  )
  const request = new Request(`http://localhost:3000/mailbox/${id}/body`, { headers: local })
  const context = { ctx: w.anonymous(), user: null, remoteAddress: '127.0.0.1' }
  const reply = await bodyLoader({ request, params: { id }, context } as unknown as LoaderFunctionArgs)
  const policy = reply.headers.get('content-security-policy')!
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/sandbox (?!.*allow-(scripts|same-origin|forms))/)
  expect(policy).not.toContain('script-src')
  expect(await reply.text()).toContain('<base target="_blank">')
})

it('mail is found by a whole address in any case, or by a part of one, and pages by key', async () => {
  const w = await world()
  for (let i = 0; i < 55; i++) await makeMessage(w, { email: `reader${i}@customer.test` })
  const first = await listMail(w.ctx(), {})
  const second = await listMail(w.ctx(), { after: first.next })
  expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 5, null])
  expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(55)
  expect((await listMail(w.ctx(), { q: ' READER7@customer.test' })).rows.map((row) => row.toEmail)).toEqual([
    'reader7@customer.test',
  ])
  expect((await listMail(w.ctx(), { q: 'reader5' })).rows).toHaveLength(6) // 5, 50 … 54
  expect((await listMail(w.ctx(), { q: "'; drop table messages; --" })).rows).toEqual([])
})
