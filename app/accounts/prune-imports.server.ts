import { setImmediate as breathe } from 'node:timers/promises'
import { and, eq, isNull, lt, notInArray, or } from 'drizzle-orm'
import { keptFor } from '#app/accounts/undo/window.ts'
import { write } from '#app/audit/context.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { imports, importSteps } from '#db/schema/accounts.ts'

const most = 200

/**
 * Job `accounts.prune-imports`: forgets what old imports changed, since it holds what people were called before. All of
 * an import at a time: as long as it can be undone, it can be undone whole.
 */
export const pruneImports: JobHandler = async (ctx, run) => {
  for (;;) {
    if (run.stopping()) return { again: ctx.now() }
    const before = ctx.now() - keptFor
    const old = await ctx.store.db
      .select({ importId: importSteps.importId, fromLine: importSteps.fromLine })
      .from(importSteps)
      .innerJoin(imports, eq(imports.id, importSteps.importId))
      .where(
        and(
          lt(importSteps.at, before),
          notInArray(imports.state, ['applying', 'undoing']),
          or(isNull(imports.endedAt), lt(imports.endedAt, before)),
        ),
      )
      .limit(most)
    if (!old.length) return
    await write(ctx, async ({ tx }) => {
      for (const { importId, fromLine } of old)
        await tx.delete(importSteps).where(and(eq(importSteps.importId, importId), eq(importSteps.fromLine, fromLine)))
    })
    await breathe()
  }
}
