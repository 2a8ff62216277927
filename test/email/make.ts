import { eq } from 'drizzle-orm'
import { write } from '#app/audit/context.server.ts'
import { claimMessages } from '#app/email/claim-messages.server.ts'
import { enqueueMessage, type NewMessage } from '#app/email/enqueue-message.server.ts'
import type { Outbox } from '#app/email/outbox.ts'
import { prepareMessages } from '#app/email/prepare-messages.server.ts'
import { settleBatch } from '#app/email/settle-batch.server.ts'
import { claimBatch } from '#app/email/claim-batch.server.ts'
import type { MailOutcome, MailTemplate } from '#app/email/template.ts'
import type { OutgoingMail, SendResult, Transport } from '#app/email/transport.ts'
import { messages } from '#db/schema/email.ts'
import { next } from '#test/make.ts'
import { holder } from '#test/jobs/make.ts'
import type { World } from '#test/world.ts'

export const makeMessage = (w: World, over: Partial<NewMessage> & { email?: string } = {}) => {
  const n = next()
  const { email = `reader${n}@customer.test`, ...rest } = over
  return write(w.system(), (ctx) =>
    enqueueMessage(ctx, {
      key: `test/${n}`,
      stream: 'invitation',
      template: 'test',
      to: { email },
      ref: { kind: 'test', id: String(n) },
      ...rest,
    }),
  )
}

export async function messageOf(w: World, id: string) {
  const [row] = await w.store.db.select().from(messages).where(eq(messages.id, id))
  return row!
}

/** A provider at the edge of the world: answers as told, and remembers what it took under which key. */
export function provider(answer: (mails: OutgoingMail[], key: string) => SendResult | undefined = () => undefined) {
  const requests: { key: string; mails: OutgoingMail[] }[] = []
  let given = 0
  const transport: Transport = {
    name: 'resend',
    most: 100,
    keys: true,
    async send(mails, key) {
      requests.push({ key, mails })
      return answer(mails, key) ?? { ok: true, ids: mails.map(() => `re_${++given}_${next()}`) }
    },
  }
  return { transport, requests }
}

export const template: MailTemplate = async (_ctx, message) => ({
  subject: `Hello ${message.id}`,
  html: '<p>Hello</p>',
  text: 'Hello',
  headers: { 'X-B': '2', 'X-A': '1' },
})

export function makeOutbox(over: Partial<Outbox> = {}) {
  const told: [string, MailOutcome][] = []
  const outbox: Outbox = {
    mailStreams: {
      invitation: {
        settled: async (_ctx, message, outcome) => {
          told.push([message.id, outcome])
        },
      },
    },
    mailTemplates: { test: async () => template },
    transport: null,
    allow: ['*'],
    from: 'Koe <koe@sora.test>',
    backoff: () => 1_000,
    holder: holder(),
    ...over,
  }
  return Object.assign(outbox, { told })
}

/** One turn of the outbox: a batch that waits, else new messages. @returns whether anything was sent */
export async function turn(w: World, outbox: Outbox): Promise<boolean> {
  const ctx = w.system()
  let batch = await claimBatch(ctx, outbox.holder, outbox.transport)
  if (!batch) {
    const claimed = await claimMessages(ctx, outbox.holder, outbox.mailStreams, outbox.transport?.most ?? 100)
    if (!claimed.length) return false
    batch = await prepareMessages(ctx, outbox, claimed)
  }
  if (batch) await settleBatch(ctx, outbox, batch, await outbox.transport!.send(batch.mails, batch.key))
  return true
}

/** Turns until there is nothing left to do now. */
export async function drain(w: World, outbox: Outbox) {
  while (await turn(w, outbox));
}
