import { setImmediate as breathe } from 'node:timers/promises'
import { and, eq, lt } from 'drizzle-orm'
import { write } from '#app/audit/context.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { DAY } from '#app/platform/day.ts'
import { importSteps } from '#db/schema/accounts.ts'

/** As long as the file itself is kept. */
const kept = 90 * DAY
const most = 200

/** Job `accounts.prune-imports`: forgets what old imports changed, since it holds what people were called before. */
export const pruneImports: JobHandler = async (ctx, run) => {
  for (;;) {
    if (run.stopping()) return { again: ctx.now() }
    const old = await ctx.store.db
      .select({ importId: importSteps.importId, fromLine: importSteps.fromLine })
      .from(importSteps)
      .where(lt(importSteps.at, ctx.now() - kept))
      .limit(most)
    if (!old.length) return
    await write(ctx, async ({ tx }) => {
      for (const { importId, fromLine } of old)
        await tx.delete(importSteps).where(and(eq(importSteps.importId, importId), eq(importSteps.fromLine, fromLine)))
    })
    await breathe()
  }
}
