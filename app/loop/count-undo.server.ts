import { setImmediate as breathe } from 'node:timers/promises'
import { asc, eq } from 'drizzle-orm'
import { Ahead } from '#app/accounts/undo/ahead.ts'
import { allSuccessors } from '#app/accounts/undo/grown-here.server.ts'
import { newestStep } from '#app/accounts/undo/steps.server.ts'
import { addTally, noTally } from '#app/accounts/undo/tally.ts'
import { saveCount } from '#app/accounts/undo/undo-run.server.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { judgeProgram } from '#app/loop/undo/undo-program.server.ts'
import { undoStep } from '#app/loop/undo/undo-step.server.ts'
import { imports, importSteps, type UndoTally } from '#db/schema/accounts.ts'

type Import = typeof imports.$inferSelect

/**
 * What undoing an import would do if it began now: every batch is judged as it will be, with nothing written.
 * `eachStep` hears of every batch; it stops the count by saying false.
 */
export async function countUndo(
  ctx: Ctx,
  row: Import,
  eachStep: (done: number) => Promise<boolean> = () => Promise.resolve(true),
): Promise<UndoTally | null> {
  const [oldest] = await ctx.store.db
    .select({ at: importSteps.at })
    .from(importSteps)
    .where(eq(importSteps.importId, row.id))
    .orderBy(asc(importSteps.fromLine))
    .limit(1)
  // What was there a minute before the first batch is older than the import: nobody asks how it will stand.
  const ahead = new Ahead((oldest?.at ?? 0) - 60_000)
  const successors = await allSuccessors(ctx)
  const tally = noTally()
  let before: number | undefined
  for (let done = 1; ; done++) {
    const stored = await newestStep(ctx, row.id, before)
    if (!stored) break
    addTally(tally, (await undoStep(ctx, stored, ahead, successors)).tally)
    before = stored.fromLine
    if (!(await eachStep(done))) return null
    await breathe()
  }
  return addTally(tally, await judgeProgram(ctx, row, tally.removed.answers))
}

/** Job `loop.count-undo`: the same for a large import; a run that was interrupted begins anew. */
export const countUndoJob: JobHandler = async (ctx, run) => {
  const id = String(run.payload.importId)
  const [row] = await ctx.store.db.select().from(imports).where(eq(imports.id, id))
  if (row?.undo?.count?.jobId !== run.id) return
  const total = Number(run.payload.steps)
  let told = performance.now()
  const tally = await countUndo(ctx, row, async (done) => {
    if (run.stopping()) return false
    if (performance.now() - told < 1000) return true
    told = performance.now()
    await run.progress({ done, total, stage: 'count' })
    return true
  })
  if (!tally) return { again: ctx.now() }
  await saveCount(ctx, id, run.id, tally)
}
