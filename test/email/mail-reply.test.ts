import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { loader } from '#app/email/routes/mail.tsx'
import { action } from '#app/email/routes/mail-reply.ts'
import { pruneBodies } from '#app/email/prune-bodies.server.ts'
import { listInbound, deleteInbound } from '#app/email/list-inbound.server.ts'
import { assignInbound } from '#app/loop/assign-inbound.server.ts'
import { DAY } from '#app/platform/day.ts'
import { newId } from '#app/platform/ids.server.ts'
import { getVoice } from '#app/voices/list-voices.server.ts'
import { sortReply } from '#app/voices/sort-reply.server.ts'
import { editVoice } from '#app/voices/save-voice.server.ts'
import { events } from '#db/schema/audit.ts'
import { inboundMails, messages } from '#db/schema/email.ts'
import { voices } from '#db/schema/voices.ts'
import { runJob } from '#test/delivery/make.ts'
import { drain, makeMessage, makeOutbox } from '#test/email/make.ts'
import { invited, readAll } from '#test/loop/replies.ts'
import { world, type World } from '#test/world.ts'

const at = (w: World, headers: Record<string, string> = { host: 'localhost:3000' }, from = '127.0.0.1') => ({
  headers,
  context: { ctx: w.anonymous(), user: null, remoteAddress: from, locale: 'en' },
})

async function mailed() {
  const w = await world()
  const of = await invited(w)
  const id = await makeMessage(w, { email: of.contact.email!, to: { email: of.contact.email!, contactId: of.contact.id }, ref: { kind: 'invitation', id: of.invitation.id } }) // prettier-ignore
  await drain(w, makeOutbox({ mailTemplates: { test: async () => async () => ({ subject: 'How?', html: '<p>How?</p>', text: 'How?\nPress.' }) } })) // prettier-ignore
  return { w, id, ...of }
}

function post(w: World, id: string, form: Record<string, string>, door = at(w)) {
  const request = new Request(`http://localhost:3000/mailbox/${id}/reply`, { method: 'POST', body: new URLSearchParams(form), headers: door.headers }) // prettier-ignore
  return action({ request, params: { id }, context: door.context } as unknown as ActionFunctionArgs)
}

test('whoever sits at the machine replies as the customer, by the door that all mail comes in by', async () => {
  const { w, id, contact, account, invitation } = await mailed()
  const page = await loader({ request: new Request(`http://localhost:3000/mailbox/${id}`, at(w)), params: { id }, context: at(w).context } as unknown as LoaderFunctionArgs) // prettier-ignore
  const form = { from: contact.email!, text: '10!', once: page.reply!.once }
  const done = await Promise.all([post(w, id, form), post(w, id, form)]) // pressed twice
  expect(done.map((one) => one.status)).toEqual([302, 302])
  await readAll(w)
  expect(await w.store.db.select().from(voices)).toMatchObject([
    { text: '10!', source: 'reply', accountId: account.id, contactId: contact.id, invitationId: invitation.id },
  ])
  const [voice] = await w.store.db.select().from(voices)
  expect(voice!.whole).toContain('> Press.') // the old mail was quoted, and taken off
})

test('the form is where the mailbox is open, and only for mail to a customer that stayed here', async () => {
  const { w, id, contact } = await mailed()
  const form = () => ({ from: contact.email!, text: 'x', once: newId('once') })
  await expect(post(w, id, form(), at(w, { host: 'localhost:3000' }, '10.0.0.7'))).rejects.toMatchObject({
    status: 401,
  })
  await expect(post(w, id, form(), at(w, { host: 'evil.test' }))).rejects.toMatchObject({ status: 401 })
  await expect(post(w, id, { ...form(), from: 'no address' })).rejects.toMatchObject({ status: 400 })
  await expect(post(w, id, { ...form(), text: ' \u0000 ' })).rejects.toMatchObject({ status: 400 })
  const staff = await makeMessage(w, { to: { email: 'csm@koe.test', userId: 'usr_admin' } })
  await drain(
    w,
    makeOutbox({ mailTemplates: { test: async () => async () => ({ subject: 's', html: 'h', text: 't' }) } }),
  )
  await expect(post(w, staff, form())).rejects.toMatchObject({ status: 404 })
  await w.store.write(async (tx) => tx.update(messages).set({ provider: 'resend' }).where(eq(messages.id, id)))
  await expect(post(w, id, form())).rejects.toMatchObject({ status: 404 })
  expect(await w.store.db.select().from(inboundMails)).toEqual([])
})

async function aside(w: World, over: Partial<typeof inboundMails.$inferInsert> = {}) {
  const id = newId('inm', w.now())
  await w.store.write(
    async (tx) =>
    tx.insert(inboundMails).values({ id, key: `ext:${id}`, state: 'unmatched', sender: 'hana@kumo.test', subject: 's', text: 'Slow.\n\nOn Monday Sora wrote:\n> Hi', at: w.now(), ...over }), // prettier-ignore
  )
  return id
}

test('a mail that fitted nobody is assigned once, to the person with its address, and its owner is told', async () => {
  const w = await world()
  const owner = await w.user({ roles: ['csm'] })
  const account = await w.account({ name: 'Kumo Works', ownerId: owner.id })
  const person = await w.contact({ accountId: account.id, email: 'hana@kumo.test', emailKey: 'hana@kumo.test' })
  const id = await aside(w)
  const all = await Promise.allSettled(Array.from({ length: 5 }, () => assignInbound(w.ctx(), { id, account: 'Kumo Works' }))) // prettier-ignore
  expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect(await w.store.db.select().from(voices)).toMatchObject([{ text: 'Slow.', contactId: person.id, accountId: account.id, sender: null }]) // prettier-ignore
  expect(await w.store.db.select().from(events)).toMatchObject([{ type: 'voices.assigned', actorId: 'usr_admin' }])
  const second = await aside(w, { sender: 'other@kumo.test' })
  await expect(assignInbound(w.ctx(), { id: second, account: 'Nobody' })).rejects.toMatchObject({ code: 'account_not_found' }) // prettier-ignore
  expect((await listInbound(w.ctx(), { kind: 'unmatched' })).rows).toHaveLength(1)
  await expect(assignInbound(w.ctx(owner.actor), { id: second, account: account.id })).rejects.toMatchObject({ status: 403 }) // prettier-ignore
  const { voiceId } = await assignInbound(w.ctx(), { id: second, account: account.id })
  expect(await getVoice(w.ctx(owner.actor), voiceId)).toMatchObject({ contactId: null, sender: 'other@kumo.test', mayEdit: true }) // prettier-ignore
})

test('a deleted mail keeps nothing but its key; what nobody took is forgotten after thirty days', async () => {
  const w = await world()
  const id = await aside(w)
  await deleteInbound(w.ctx(), { id })
  const old = await aside(w, { state: 'auto_reply', at: w.now() - 31 * DAY })
  const young = await aside(w, { state: 'bounce', at: w.now() - 29 * DAY })
  await runJob(w.system(), pruneBodies, {})
  const rows = new Map((await w.store.db.select().from(inboundMails)).map((row) => [row.id, row]))
  for (const gone of [id, old]) expect(rows.get(gone)).toMatchObject({ state: 'deleted', text: null, sender: null, subject: null }) // prettier-ignore
  expect(rows.get(young)).toMatchObject({ state: 'bounce', sender: 'hana@kumo.test' })
  await expect(deleteInbound(w.ctx(), { id })).rejects.toMatchObject({ status: 404 })
})

test('the owner says who wrote a reply and how it sounds, never what it says', async () => {
  const w = await world()
  const owner = await w.user({ roles: ['csm'] })
  const other = await w.user({ roles: ['csm'] })
  const account = await w.account({ ownerId: owner.id })
  const person = await w.contact({ accountId: account.id })
  const stranger = await w.contact({})
  const { voiceId: id } = await assignInbound(w.ctx(), { id: await aside(w), account: account.id })
  const ctx = w.ctx(owner.actor)
  const { updatedAt } = await getVoice(ctx, id)
  const seen = { id, seenAt: updatedAt }
  await expect(sortReply(w.ctx(other.actor), seen, {})).rejects.toMatchObject({ status: 403 })
  await expect(sortReply(ctx, seen, { contactId: stranger.id })).rejects.toMatchObject({ code: 'voice_person' })
  await sortReply(ctx, seen, { contactId: person.id, feeling: 'low' })
  await expect(sortReply(ctx, seen, {})).rejects.toMatchObject({ status: 409 })
  expect(await getVoice(ctx, id)).toMatchObject({ contactId: person.id, feeling: 'low', text: 'Slow.' })
  const words = { accountId: account.id, date: '2026-03-01', channel: 'mail' as const, heardBy: owner.id, text: 'I said otherwise' } // prettier-ignore
  await expect(editVoice(ctx, { id, seenAt: updatedAt }, words)).rejects.toMatchObject({ status: 404 })
})
