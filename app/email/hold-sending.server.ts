import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { heldStreams, messages, restores, sendBatches, streams } from '#db/schema/email.ts'

/**
 * After a restore: every stream is held until somebody has looked at what would go out, since mail that was sent after
 * the backup was made would be sent again. What was on its way then is left to a person.
 */
export async function holdSending(ctx: TxCtx, backup: { madeAt: number; version: string }): Promise<void> {
  const { tx } = ctx
  const at = ctx.now()
  const id = newId('rst', at)
  await tx
    .update(messages)
    .set({ state: 'queued', leaseBy: null, leaseUntil: null })
    .where(and(eq(messages.state, 'sending'), isNull(messages.batchId)))
  await tx
    .update(messages)
    .set({ state: 'uncertain', stopReason: 'restored', leaseBy: null, leaseUntil: null })
    .where(and(eq(messages.state, 'sending'), isNotNull(messages.batchId)))
  await tx
    .update(sendBatches)
    .set({ state: 'uncertain', leaseBy: null, leaseUntil: null, lastError: 'restored' })
    .where(eq(sendBatches.state, 'sending'))
  await tx.insert(restores).values({ id, at, ...backup })
  const held = { restoreId: id, since: at }
  for (const stream of streams)
    await tx
      .insert(heldStreams)
      .values({ stream, ...held })
      .onConflictDoUpdate({ target: heldStreams.stream, set: held })
  await recordEvent(ctx, { type: 'email.held', subject: { kind: 'restore', id }, data: { madeAt: backup.madeAt } })
}

/** Whether a message may be claimed: its stream isn't held. A colleague's mail that was written since goes out, or nobody could ask for a new password. */
export const notHeld = sql`not exists (select 1 from ${heldStreams} where ${heldStreams.stream} = ${messages.stream}
  and (${heldStreams.stream} <> 'staff' or ${messages.createdAt} < ${heldStreams.since}))`
