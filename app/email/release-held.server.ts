import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, eq, sql } from 'drizzle-orm'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { endMessages } from '#app/email/end-messages.server.ts'
import { notHeld } from '#app/email/hold-sending.server.ts'
import { discardKey } from '#app/email/list-held.server.ts'
import type { MailStreams } from '#app/email/settled.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { wakeWorker } from '#app/jobs/wake.ts'
import { Conflict } from '#app/platform/errors.ts'
import { heldStreams, messages, type streams } from '#db/schema/email.ts'

type Stream = (typeof streams)[number]

/**
 * Somebody has looked: what waits in a stream goes out, and the stream sends again.
 * @throws Conflict when it isn't held any more
 */
export async function releaseStream(ctx: Ctx, { stream }: { stream: Stream }): Promise<void> {
  authorise(ctx, 'jobs.edit')
  await write(ctx, async (ctx) => {
    const [hold] = await ctx.tx.delete(heldStreams).where(eq(heldStreams.stream, stream)).returning()
    if (!hold) throw new Conflict('stream_not_held')
    await recordEvent(ctx, {
      type: 'email.released',
      subject: { kind: 'restore', id: hold.restoreId },
      data: { stream },
    })
  })
  wakeWorker()
}

/**
 * Somebody has looked: what waits in a stream is not sent, by a job; then the stream sends again.
 * @throws Conflict when it isn't held any more
 */
export async function discardStream(ctx: Ctx, { stream }: { stream: Stream }): Promise<void> {
  authorise(ctx, 'jobs.edit')
  await write(ctx, async (ctx) => {
    const [hold] = await ctx.tx.select().from(heldStreams).where(eq(heldStreams.stream, stream))
    if (!hold) throw new Conflict('stream_not_held')
    await enqueue(ctx, {
      kind: 'email.discard_held',
      key: discardKey(hold.restoreId, stream),
      payload: { stream, restoreId: hold.restoreId },
    })
    await recordEvent(ctx, {
      type: 'email.discarded',
      subject: { kind: 'restore', id: hold.restoreId },
      data: { stream },
    })
  })
}

/** The job that stops what a held stream has waiting, and then lets the stream go. */
export const discardHeld =
  (streams: MailStreams): JobHandler =>
  async (ctx, run) => {
    const { stream, restoreId } = run.payload as { stream: Stream; restoreId: string }
    for (let done = 0; ;) {
      const some = await write(ctx, async (ctx) => {
        const found = await ctx.tx
          .select()
          .from(messages)
          .where(and(eq(messages.state, 'queued'), eq(messages.stream, stream), sql`not (${notHeld})`))
          .limit(100)
        if (found.length) await endMessages(ctx, streams, found, { state: 'stopped', reason: 'discarded' })
        else
          await ctx.tx
            .delete(heldStreams)
            .where(and(eq(heldStreams.stream, stream), eq(heldStreams.restoreId, restoreId)))
        return found.length
      })
      if (!some) return wakeWorker()
      done += some
      await run.progress({ done, total: done })
      if (run.stopping()) return { again: ctx.now() }
      await nextTurn()
    }
  }
