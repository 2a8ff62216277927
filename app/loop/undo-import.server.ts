import { setImmediate as breathe } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { Ahead } from '#app/accounts/undo/ahead.ts'
import { allSuccessors } from '#app/accounts/undo/grown-here.server.ts'
import { keepRows } from '#app/accounts/undo/keep-rows.server.ts'
import { newestStep, takeStep } from '#app/accounts/undo/steps.server.ts'
import { addTally } from '#app/accounts/undo/tally.ts'
import { endUndo, lockUndo, saveUndo, type UndoRun } from '#app/accounts/undo/undo-run.server.ts'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { judgeAnswers } from '#app/loop/undo/judge-answers.server.ts'
import { undoProgram } from '#app/loop/undo/undo-program.server.ts'
import { undoStep } from '#app/loop/undo/undo-step.server.ts'
import { forgetTexts } from '#app/responses/forget-texts.server.ts'
import { imports } from '#db/schema/accounts.ts'

/**
 * Job `loop.undo-import`: takes an import back, the newest batch first. What a batch had noted is deleted in the
 * transaction that takes it back, so that each is taken back exactly once, whenever a process dies.
 */
export const undoImport: JobHandler = async (ctx, run) => {
  const id = String(run.payload.importId)
  const successors = await allSuccessors(ctx)
  let told = 0
  for (;;) {
    const next = await newestStep(ctx, id)
    const answers = next?.step.answers
    if (answers && (await isUndoing(ctx, id)))
      await forgetTexts(ctx, (await judgeAnswers(ctx, answers)).going.map((answer) => answer.id)) // prettier-ignore
    const stands = await write(ctx, (ctx) => takeBack(ctx, id, successors))
    if (!stands) return
    if (run.stopping()) return { again: ctx.now() }
    if (performance.now() - told > 1000) {
      told = performance.now()
      await run.progress({ done: stands.steps, total: stands.total, stage: 'undo' })
    }
    await breathe()
  }
}

async function isUndoing(ctx: Ctx, id: string): Promise<boolean> {
  const [row] = await ctx.store.db.select({ state: imports.state }).from(imports).where(eq(imports.id, id))
  return row?.state === 'undoing'
}

/** One batch, or the end. @returns how far it is; null when there is nothing more to do */
async function takeBack(ctx: TxCtx, id: string, successors: ReadonlySet<string>): Promise<UndoRun | null> {
  // The import's own row first: of two runs at once the slower waits here, and whoever stops it waits for this batch.
  const undo = await lockUndo(ctx, id)
  if (!undo) return null
  const stored = await takeStep(ctx, id)
  const { tally, kept, options } = stored
    ? { ...(await undoStep(ctx, stored, new Ahead(), successors)), options: null }
    : await undoProgram(ctx, undo.row)
  await keepRows(ctx, id, kept)
  const run = { ...undo.run, ...addTally(undo.run, tally), steps: Math.min(undo.run.steps + 1, undo.run.total) }
  if (stored) await saveUndo(ctx, id, run)
  else await endUndo(ctx, id, run, options)
  return stored ? run : null
}
