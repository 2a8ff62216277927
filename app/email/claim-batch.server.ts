import { eq, inArray, sql } from 'drizzle-orm'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { loadFiles } from '#app/email/files-of-mails.server.ts'
import { outgoing, type Batch } from '#app/email/prepare-messages.server.ts'
import type { Transport } from '#app/email/transport.ts'
import { HOUR } from '#app/platform/day.ts'
import type { Holder } from '#app/jobs/job.ts'
import { skipLocked } from '#db/fragments.ts'
import { statement } from '#db/statement.ts'
import { messageBodies, messages, sendBatches } from '#db/schema/email.ts'

/** A provider knows a key for 24 hours; what is still unclear an hour before is left to a person. */
export const longestDoubt = 23 * HOUR

const anyDue = statement((db) =>
  db
    .select({ id: sendBatches.id })
    .from(sendBatches)
    .where(
      sql`${sendBatches.state} = 'sending' and ${sendBatches.dueAt} <= ${sql.placeholder('now')}
        and (${sendBatches.leaseUntil} is null or ${sendBatches.leaseUntil} < ${sql.placeholder('now')})`,
    )
    .limit(1),
)

/**
 * Takes a batch whose earlier try got no clear answer, or whose worker died: the same mails, under the same key. What
 * was under way without a key, or by another transport than today's, is left to a person instead.
 * @returns null when there is none
 */
export async function claimBatch(ctx: Ctx, holder: Holder, transport: Transport | null): Promise<Batch | null> {
  const now = ctx.now()
  const [due] = await anyDue(ctx.store.db, { now })
  if (!due) return null

  const batch = await write(ctx, async (ctx) => {
    const [found] = await ctx.tx
      .select()
      .from(sendBatches)
      .where(
        sql`${sendBatches.state} = 'sending' and ${sendBatches.dueAt} <= ${now}
          and (${sendBatches.leaseUntil} is null or ${sendBatches.leaseUntil} < ${now})
          order by ${sendBatches.dueAt} limit 1 ${skipLocked()}`,
      )
    if (!found) return null
    const known = transport?.keys === true && transport.name === found.transport
    if (!known || found.firstTryAt < now - longestDoubt) {
      await leaveToPerson(ctx, found.id, 'no_answer')
      return null
    }
    await ctx.tx
      .update(sendBatches)
      .set({ attempt: found.attempt + 1, leaseBy: holder.name, leaseUntil: now + holder.lease })
      .where(eq(sendBatches.id, found.id))
    const members = await ctx.tx.select().from(messages).where(eq(messages.batchId, found.id))
    if (!members.length) {
      await ctx.tx
        .update(sendBatches)
        .set({ state: 'refused', leaseBy: null, leaseUntil: null })
        .where(eq(sendBatches.id, found.id))
      return null
    }
    const bodies = await ctx.tx
      .select()
      .from(messageBodies)
      .where(
        inArray(
          messageBodies.messageId,
          members.map((message) => message.id),
        ),
      )
    // What was said in a mail is gone: whether it left, and what with, nobody can repeat.
    if (bodies.length < members.length) {
      await leaveToPerson(ctx, found.id, 'no_answer')
      return null
    }
    return {
      id: found.id,
      key: found.key,
      attempt: found.attempt + 1,
      mails: outgoing(members, new Map(bodies.map((body) => [body.messageId, body]))),
    }
  })
  return batch && { ...batch, mails: await loadFiles(ctx, batch.mails) }
}

/** Nobody knows whether these left, and sending again could send twice: somebody has to look. One event for the batch. */
export async function leaveToPerson(ctx: TxCtx, batchId: string, reason: string): Promise<void> {
  await ctx.tx
    .update(sendBatches)
    .set({ state: 'uncertain', leaseBy: null, leaseUntil: null, lastError: reason })
    .where(eq(sendBatches.id, batchId))
  const left = await ctx.tx
    .update(messages)
    .set({ state: 'uncertain', stopReason: reason })
    .where(eq(messages.batchId, batchId))
    .returning({ id: messages.id })
  await recordEvent(ctx, {
    type: 'email.uncertain',
    subject: { kind: 'send_batch', id: batchId },
    data: { messages: left.length, reason },
  })
}
