import { and, eq, inArray, isNull } from 'drizzle-orm'
import { system } from '#app/audit/actor.ts'
import { as, write } from '#app/audit/context.server.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { remark } from '#app/cases/sla/remark.server.ts'
import { turnClock } from '#app/cases/sla/turn-clock.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { cases } from '#db/schema/cases.ts'

const batch = 200

/**
 * Job `cases.sla-adopt`, nightly: open cases from before policies had versions go by the usual times, which theirs were
 * set by, and so come to the marks that can be known of them: a reply that is late. One that waits for its customer
 * stands still from now on.
 */
export const adoptCases: JobHandler = async (ctx, run) => {
  for (;;) {
    const n = await write(as(ctx, system('sla')), async (ctx) => {
      const old = ctx.tx
        .select({ id: cases.id })
        .from(cases)
        .where(and(isOpen, isNull(cases.policyVersion)))
        .limit(batch)
      const rows = await ctx.tx
        .update(cases)
        .set({ policyVersion: 0 })
        .where(and(inArray(cases.id, old), isNull(cases.policyVersion)))
        .returning()
      for (const row of rows) {
        const clock = await turnClock(ctx, row, row.state)
        if (clock.pausedAt) await ctx.tx.update(cases).set(clock).where(eq(cases.id, row.id))
        await remark(ctx, row.id)
      }
      return rows.length
    })
    if (n < batch) return
    if (run.stopping()) return { again: ctx.now() }
  }
}
