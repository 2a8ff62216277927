import { and, eq, inArray } from 'drizzle-orm'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { jobs } from '#db/schema/jobs.ts'

/**
 * Ends a job that waits or runs; a running one learns it at its next step. What it has done stands.
 * Rooms that offer a cancel button check their own permission and call this as the system.
 * @throws Conflict when it has ended already
 */
export async function cancelJob(ctx: Ctx, { id }: { id: string }): Promise<void> {
  authorise(ctx, 'jobs.edit')
  await write(ctx, async (ctx) => {
    const [row] = await ctx.tx
      .update(jobs)
      .set({ state: 'cancelled', leaseBy: null, leaseUntil: null, endedAt: ctx.now() })
      .where(and(eq(jobs.id, id), inArray(jobs.state, ['ready', 'running'])))
      .returning({ kind: jobs.kind })
    if (!row) throw new Conflict('job_ended')
    await recordEvent(ctx, { type: 'jobs.cancelled', subject: { kind: 'job', id }, data: { kind: row.kind } })
  })
}
