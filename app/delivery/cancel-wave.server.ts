import { setImmediate as turn } from 'node:timers/promises'
import { and, eq, inArray } from 'drizzle-orm'
import { write } from '#app/audit/context.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { invitations } from '#db/schema/delivery.ts'

/**
 * Job `delivery.cancel-wave`: takes the planned and held back invitations of a cancelled wave back, 200 a write. Mails that wait in
 * the outbox are stopped by the guard before they leave.
 */
export const cancelPlanned: JobHandler = async (ctx, run) => {
  const waveId = String(run.payload.waveId)
  let done = 0
  for (;;) {
    const next = await ctx.store.db
      .select({ id: invitations.id })
      .from(invitations)
      .where(and(eq(invitations.waveId, waveId), inArray(invitations.state, ['planned', 'deferred'])))
      .limit(200)
    if (!next.length) return
    const ids = next.map((row) => row.id)
    await write(ctx, async (ctx) => {
      await ctx.tx
        .update(invitations)
        .set({ state: 'cancelled', reason: 'cancelled', nextPossibleAt: null })
        .where(and(inArray(invitations.id, ids), inArray(invitations.state, ['planned', 'deferred'])))
    })
    done += ids.length
    await run.progress({ done, total: done + (ids.length === 200 ? 200 : 0), stage: 'cancelling' })
    if (run.stopping()) return { again: ctx.now() }
    await turn()
  }
}
