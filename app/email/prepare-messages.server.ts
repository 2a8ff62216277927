import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { mayLeave } from '#app/email/address.ts'
import { putBack } from '#app/email/claim-messages.server.ts'
import { expireBodies } from '#app/email/end-messages.server.ts'
import type { Outbox } from '#app/email/outbox.ts'
import { renderMessage, type Body } from '#app/email/render-message.server.ts'
import { tellSettled } from '#app/email/settled.server.ts'
import type { Message } from '#app/email/template.ts'
import type { OutgoingMail } from '#app/email/transport.ts'
import { loadFiles, withFilesAmong } from '#app/email/files-of-mails.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { messageBodies, messages, sendBatches } from '#db/schema/email.ts'

export interface Batch {
  id: string
  key: string
  attempt: number
  mails: OutgoingMail[]
}

/**
 * Renders claimed messages and freezes them. What stays here (no transport, or not allowed to leave) is sent to the
 * mailbox at once; the rest becomes a batch that this holder may send.
 * @returns the batch, or null when nothing is to be sent
 */
export async function prepareMessages(ctx: Ctx, outbox: Outbox, claimed: Message[]): Promise<Batch | null> {
  const { bodies, failed } = await render(ctx, outbox, claimed)
  const leaves = (message: Message) => outbox.transport !== null && mayLeave(message.toEmail, outbox.allow)

  const batch = await write(ctx, async (ctx) => {
    const mine = await stillHeld(ctx, outbox, claimed)
    for (const [message, error] of failed)
      if (mine.has(message.id)) await putBack(ctx, outbox.mailStreams, message, error)
    const ready = claimed.filter((message) => mine.has(message.id) && bodies.has(message.id))
    if (!ready.length) return null
    await ctx.tx
      .insert(messageBodies)
      .values(ready.map((message) => bodies.get(message.id)!))
      .onConflictDoNothing({ target: messageBodies.messageId })
    const out = ready.filter(leaves)
    const stay = ready.filter((message) => !leaves(message))
    if (stay.length) await keepInMailbox(ctx, outbox, stay)
    if (!out.length) return null
    const heavy = out.length > 1 ? await withFilesAmong(ctx, out.map((message) => message.id)) : new Set<string>() // prettier-ignore
    const light = out.filter((message) => !heavy.has(message.id))
    const [first, ...others] = [
      ...(light.length ? [light] : []),
      ...out.filter((message) => heavy.has(message.id)).map((message) => [message]),
    ]
    for (const one of others) await makeBatch(ctx, outbox, one, bodies, { later: true })
    return makeBatch(ctx, outbox, first!, bodies)
  })
  return batch && { ...batch, mails: await loadFiles(ctx, batch.mails) }
}

/** Those that were rendered before keep their words. */
async function render(ctx: Ctx, outbox: Outbox, claimed: Message[]) {
  const frozen = await ctx.store.db
    .select()
    .from(messageBodies)
    .where(
      inArray(
        messageBodies.messageId,
        claimed.map((message) => message.id),
      ),
    )
  const bodies = new Map<string, Body>(frozen.map((body) => [body.messageId, body]))
  const failed: [Message, unknown][] = []
  for (const message of claimed) {
    if (bodies.has(message.id)) continue
    try {
      bodies.set(message.id, await renderMessage(ctx, outbox, message))
    } catch (error) {
      failed.push([message, error])
    }
    await nextTurn()
  }
  return { bodies, failed }
}

async function stillHeld(ctx: TxCtx, outbox: Outbox, claimed: Message[]): Promise<Set<string>> {
  const rows = await ctx.tx
    .update(messages)
    .set({ leaseUntil: ctx.now() + outbox.holder.lease })
    .where(
      and(
        inArray(
          messages.id,
          claimed.map((message) => message.id),
        ),
        eq(messages.state, 'sending'),
        eq(messages.leaseBy, outbox.holder.name),
        isNull(messages.batchId),
      ),
    )
    .returning({ id: messages.id })
  return new Set(rows.map((row) => row.id))
}

async function keepInMailbox(ctx: TxCtx, outbox: Outbox, stay: Message[]) {
  const ids = stay.map((message) => message.id)
  await ctx.tx
    .update(messages)
    .set({
      state: 'sent',
      provider: 'mailbox',
      sentAt: ctx.now(),
      firstTryAt: sql`coalesce(${messages.firstTryAt}, ${ctx.now()})`,
      leaseBy: null,
      leaseUntil: null,
      stopReason: outbox.transport ? 'not_allowed' : null,
    })
    .where(inArray(messages.id, ids))
  await expireBodies(ctx, ids)
  await tellSettled(ctx, outbox.mailStreams, stay, 'sent')
}

/** `later`: nobody holds it, so that the next turn takes it as one that waits. */
async function makeBatch(
  ctx: TxCtx,
  outbox: Outbox,
  out: Message[],
  bodies: Map<string, Body>,
  { later = false } = {},
): Promise<Batch> {
  const now = ctx.now()
  const id = newId('bat', now)
  const key = `koe/${id}`
  const { name, longest = 0 } = outbox.transport!
  await ctx.tx.insert(sendBatches).values({
    id,
    key,
    transport: name,
    state: 'sending',
    attempt: later ? 0 : 1,
    dueAt: now,
    leaseBy: later ? null : outbox.holder.name,
    leaseUntil: later ? null : now + Math.max(outbox.holder.lease, longest),
    firstTryAt: now,
    createdAt: now,
  })
  await ctx.tx
    .update(messages)
    .set({
      batchId: id,
      leaseBy: null,
      leaseUntil: null,
      provider: name,
      firstTryAt: sql`coalesce(${messages.firstTryAt}, ${now})`,
    })
    .where(
      inArray(
        messages.id,
        out.map((message) => message.id),
      ),
    )
  return { id, key, attempt: 1, mails: outgoing(out, bodies) }
}

/** The mails of a batch, always in the order of their ids. */
export function outgoing(members: Message[], bodies: Map<string, Body>): OutgoingMail[] {
  return [...members]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((message) => {
      const { from, replyTo, subject, html, text, headers } = bodies.get(message.id)!
      return { messageId: message.id, to: message.toEmail, from, replyTo, subject, html, text, headers }
    })
}
