import { and, eq, inArray, sql } from 'drizzle-orm'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { applyEventsOf } from '#app/email/apply-provider-events.server.ts'
import { leaveToPerson } from '#app/email/claim-batch.server.ts'
import type { Verdict } from '#app/email/classify.ts'
import { endMessages, expireBodies } from '#app/email/end-messages.server.ts'
import type { Outbox } from '#app/email/outbox.ts'
import type { Batch } from '#app/email/prepare-messages.server.ts'
import { tellSettled } from '#app/email/settled.server.ts'
import { suppressAddress } from '#app/email/suppress-address.server.ts'
import { pauseTransport, resumeTransport } from '#app/email/transports.server.ts'
import type { OutgoingMail, SendResult } from '#app/email/transport.ts'
import { DAY, HOUR } from '#app/platform/day.ts'
import { newId } from '#app/platform/ids.server.ts'
import { isUniqueViolation } from '#db/fragments.ts'
import { savepoint } from '#db/savepoint.ts'
import { messages, sendBatches } from '#db/schema/email.ts'

/**
 * Writes down what became of a batch, provided that this holder still has it.
 * @returns false when the lease was lost: another worker has it now
 */
export async function settleBatch(ctx: Ctx, outbox: Outbox, batch: Batch, result: SendResult): Promise<boolean> {
  return write(ctx, async (ctx) => {
    const [mine] = await ctx.tx
      .update(sendBatches)
      .set({ leaseBy: null, leaseUntil: null })
      .where(
        and(
          eq(sendBatches.id, batch.id),
          eq(sendBatches.state, 'sending'),
          eq(sendBatches.leaseBy, outbox.holder.name),
        ),
      )
      .returning({ id: sendBatches.id })
    if (!mine) return false
    if (result.ok) await accepted(ctx, outbox, batch, result.ids)
    else await refused(ctx, outbox, batch, result.verdict, result.said)
    return true
  })
}

async function accepted(ctx: TxCtx, outbox: Outbox, batch: Batch, ids: (string | null)[]) {
  await setBatch(ctx, batch, { state: 'sent' })
  const sent = await ctx.tx
    .update(messages)
    .set({ state: 'sent', sentAt: ctx.now(), stopReason: null, lastError: null })
    .where(eq(messages.batchId, batch.id))
    .returning()
  const named = batch.mails.flatMap((mail, i) =>
    ids[i] == null ? [] : [{ messageId: mail.messageId, providerId: ids[i] }],
  )
  await nameMessages(ctx, named)
  await expireBodies(
    ctx,
    sent.map((message) => message.id),
  )
  await tellSettled(ctx, outbox.mailStreams, sent, 'sent')
  await applyEventsOf(
    ctx,
    outbox.mailStreams,
    named.map((name) => name.providerId),
  )
  await resumeTransport(ctx, outbox.transport!.name)
}

/** A provider that gives one id twice must not keep us from noting that it has taken the mails. */
async function nameMessages(ctx: TxCtx, named: { messageId: string; providerId: string }[]) {
  if (!named.length) return
  const which = sql.join(
    named.map(({ messageId, providerId }) => sql`when ${messageId} then ${providerId}`),
    sql` `,
  )
  try {
    await savepoint(ctx.tx, async (tx) => {
      await tx
        .update(messages)
        .set({ providerId: sql`case ${messages.id} ${which} end` })
        .where(
          inArray(
            messages.id,
            named.map((name) => name.messageId),
          ),
        )
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
}

async function refused(ctx: TxCtx, outbox: Outbox, batch: Batch, verdict: Verdict, said?: string) {
  const now = ctx.now()
  // An earlier try may have been accepted, though this one wasn't: then only its own key keeps from sending twice.
  const doubted = batch.attempt > 1
  const keep = (dueAt: number) => setBatch(ctx, batch, { state: 'sending', dueAt, lastError: verdict.reason })
  switch (verdict.kind) {
    case 'unknown':
      return keep(now + (verdict.after ?? outbox.backoff(batch.attempt)))
    case 'later':
      if (verdict.alone) return waitAlone(ctx, outbox, batch, { ...verdict, said })
      return doubted ? keep(now + verdict.after) : takeBack(ctx, batch, verdict.reason, now + verdict.after)
    case 'pause':
      await pauseTransport(ctx, outbox.transport!.name, verdict.reason, now + verdict.after)
      return doubted ? keep(now) : takeBack(ctx, batch, verdict.reason, now)
    case 'refuse': // the same bytes: had they been accepted before, the key would have told
      return batch.mails.length > 1
        ? bisect(ctx, batch, verdict.reason)
        : giveUp(ctx, outbox, batch, { ...verdict, said })
    case 'person':
      return leaveToPerson(ctx, batch.id, verdict.reason)
  }
}

const setBatch = (ctx: TxCtx, batch: Batch, set: Partial<typeof sendBatches.$inferInsert>) =>
  ctx.tx.update(sendBatches).set(set).where(eq(sendBatches.id, batch.id))

/** Certainly not accepted and no fault of theirs: they queue again, are guarded again, and go in a new batch. */
async function takeBack(ctx: TxCtx, batch: Batch, reason: string, dueAt: number) {
  await setBatch(ctx, batch, { state: 'refused', lastError: reason })
  await ctx.tx
    .update(messages)
    .set({
      state: 'queued',
      batchId: null,
      attempt: sql`${messages.attempt} - 1`,
      dueAt: sql`case when ${messages.dueAt} < ${dueAt} then ${dueAt} else ${messages.dueAt} end`,
      lastError: reason,
    })
    .where(eq(messages.batchId, batch.id))
}

/** Somebody in it is to blame: two halves, each under a new key, until it stands alone. */
async function bisect(ctx: TxCtx, batch: Batch, reason: string) {
  await setBatch(ctx, batch, { state: 'split', lastError: reason })
  const middle = Math.ceil(batch.mails.length / 2)
  for (const half of [batch.mails.slice(0, middle), batch.mails.slice(middle)]) await newBatch(ctx, batch, half)
}

async function newBatch(ctx: TxCtx, from: Batch, mails: OutgoingMail[]) {
  const now = ctx.now()
  const id = newId('bat', now)
  const [old] = await ctx.tx
    .select({ transport: sendBatches.transport })
    .from(sendBatches)
    .where(eq(sendBatches.id, from.id))
  await ctx.tx.insert(sendBatches).values({
    id,
    key: `koe/${id}`,
    transport: old!.transport,
    state: 'sending',
    attempt: 0,
    dueAt: now,
    firstTryAt: now,
    createdAt: now,
  })
  await ctx.tx
    .update(messages)
    .set({ batchId: id })
    .where(
      inArray(
        messages.id,
        mails.map((mail) => mail.messageId),
      ),
    )
}

const longestWait = 3 * DAY

/**
 * This mail alone isn't wanted yet, say its reader's mailbox is full or knows us too little: it waits as long as it has
 * waited so far, at most four hours at a time, and is given up after three days.
 */
async function waitAlone(ctx: TxCtx, outbox: Outbox, batch: Batch, why: Why & { after: number }) {
  const now = ctx.now()
  const list = await ctx.tx.select({ at: messages.firstTryAt }).from(messages).where(eq(messages.batchId, batch.id))
  const waited = now - Math.min(...list.map((message) => message.at ?? now))
  if (waited >= longestWait) return giveUp(ctx, outbox, batch, why)
  await takeBack(ctx, batch, why.reason, now + Math.max(why.after, Math.min(waited, 4 * HOUR)))
}

interface Why {
  reason: string
  bounced?: boolean
  said: string | undefined
}

async function giveUp(ctx: TxCtx, outbox: Outbox, batch: Batch, { reason, bounced = false, said = reason }: Why) {
  await setBatch(ctx, batch, { state: 'refused', lastError: reason })
  const set = bounced ? { delivery: 'bounced' as const } : {}
  const list = await ctx.tx
    .update(messages)
    .set({ lastError: said, ...set })
    .where(eq(messages.batchId, batch.id))
    .returning()
  await endMessages(ctx, outbox.mailStreams, list, { state: 'failed', reason, lastError: said })
  const source = outbox.transport!.name
  if (bounced) for (const { toEmail: email } of list) await suppressAddress(ctx, { email, reason: 'bounce', source })
}
