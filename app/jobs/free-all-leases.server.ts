import { eq, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { jobs } from '#db/schema/jobs.ts'

/** After a restore nobody works on anything: what was running when the backup was made is done again. */
export async function freeAllLeases(ctx: TxCtx): Promise<void> {
  await ctx.tx
    .update(jobs)
    .set({
      state: 'ready',
      leaseBy: null,
      leaseUntil: null,
      attempt: sql`case when ${jobs.attempt} > 0 then ${jobs.attempt} - 1 else 0 end`,
    })
    .where(eq(jobs.state, 'running'))
}
