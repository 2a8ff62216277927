import type { ActionFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { Webhook } from 'standardwebhooks'
import { as } from '#app/audit/context.server.ts'
import { replyAddress } from '#app/email/reply-address.ts'
import { readInbound } from '#app/loop/read-inbound.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { tellOfReply } from '#app/cases/tell-of-reply.server.ts'
import { events } from '#db/schema/audit.ts'
import { inboundMails } from '#db/schema/email.ts'
import { invitations } from '#db/schema/delivery.ts'
import { jobs } from '#db/schema/jobs.ts'
import { makeProgram } from '#test/cases/make.ts'
import { runJob } from '#test/delivery/make.ts'
import type { Provided } from '#test/loop/receiving.ts'
import { insert, next, type ContactRow } from '#test/make.ts'
import type { World } from '#test/world.ts'

/** Posts the provider's word that a mail has come, signed as it signs. */
export async function report(w: World, secret: string, emailId: string, mail: Provided, eventId = `evt_${next()}`) {
  const { action } = await import('#app/email/routes/resend-webhook.ts')
  const { from, to, subject, message_id } = mail
  const raw = JSON.stringify({
    type: 'email.received',
    created_at: new Date(w.now()).toISOString(),
    data: { email_id: emailId, from, to, subject, message_id, cc: [], bcc: [], attachments: [] },
  })
  const at = new Date()
  const headers = {
    'svix-id': eventId,
    'svix-timestamp': String(Math.floor(at.getTime() / 1000)),
    'svix-signature': new Webhook(secret).sign(eventId, at, raw),
  }
  const request = new Request('http://localhost/webhooks/resend', { method: 'POST', body: raw, headers })
  const response = await action({
    request,
    params: {},
    context: { ctx: w.anonymous() },
  } as unknown as ActionFunctionArgs)
  return `${response.status} ${(await response.text()).trim()}`
}

/** Runs every job that reads a mail, and tells who must hear of it. */
export async function readAll(w: World) {
  for (const job of await w.store.db.select().from(jobs).where(eq(jobs.kind, 'loop.read-inbound')))
    await runJob(w.system(), readInbound, job.payload)
  for (const event of await w.store.db.select().from(events).where(eq(events.type, 'voices.replied')))
    await tellOfReply(as(w.system(), { kind: 'system', id: 'job' }), event)
}

/** Somebody of an account who was invited by mail. */
export async function invited(w: World, over: { contact?: Partial<ContactRow>; isTest?: boolean } = {}) {
  const owner = await w.user({ roles: ['csm'], name: 'Misaki' })
  const account = await w.account({ name: 'Kumo Works', ownerId: owner.id })
  const contact = await w.contact({ accountId: account.id, name: '森 花', ...over.contact })
  const program = await makeProgram(w)
  const invitation = await insert(w.store, invitations, {
    id: newId('inv', w.now()),
    programId: program.id,
    versionId: program.versionId,
    contactId: contact.id,
    accountId: account.id,
    channel: 'email',
    occasion: `ext:test:${next()}`,
    respondentKey: contact.id,
    state: 'sent',
    dueAt: w.now(),
    sentAt: w.now(),
    expiresAt: w.now() + 1_000_000_000,
    language: 'en',
    gen: 0,
    isTest: over.isTest ?? false,
    createdAt: w.now(),
  })
  const address = replyAddress(w.keys, { kind: 'invitation', id: invitation.id }, 'reply.sora.test')!
  return { owner, account, contact, program, invitation, address }
}

export const inboundOf = (w: World) => w.store.db.select().from(inboundMails)
