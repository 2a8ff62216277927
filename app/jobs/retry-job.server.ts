import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { wakeWorker } from '#app/jobs/wake.ts'
import { Conflict } from '#app/platform/errors.ts'
import { jobs } from '#db/schema/jobs.ts'

/**
 * A job that was given up, is uncertain, or waits for its next try runs now, with all its tries before it.
 * @throws Conflict when it is running, done or cancelled
 */
export async function retryJob(ctx: Ctx, { id }: { id: string }): Promise<void> {
  authorise(ctx, 'jobs.edit')
  await write(ctx, async (ctx) => {
    const [row] = await ctx.tx
      .update(jobs)
      .set({ state: 'ready', attempt: 0, runAt: ctx.now(), endedAt: null, lastError: null })
      .where(
        and(
          eq(jobs.id, id),
          or(inArray(jobs.state, ['dead', 'uncertain']), sql`(${jobs.state} = 'ready' and ${jobs.attempt} > 0)`),
        ),
      )
      .returning({ kind: jobs.kind })
    if (!row) throw new Conflict('job_not_ended')
    await recordEvent(ctx, { type: 'jobs.retried', subject: { kind: 'job', id }, data: { kind: row.kind } })
  })
  wakeWorker()
}
