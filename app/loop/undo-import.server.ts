import { setImmediate as breathe } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { Ahead } from '#app/accounts/undo/ahead.ts'
import { allSuccessors } from '#app/accounts/undo/grown-here.server.ts'
import { keepRows } from '#app/accounts/undo/keep-rows.server.ts'
import { newestStep, takeStep } from '#app/accounts/undo/steps.server.ts'
import { addTally, keptTotal } from '#app/accounts/undo/tally.ts'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { judgeAnswers } from '#app/loop/undo/judge-answers.server.ts'
import { undoProgram } from '#app/loop/undo/undo-program.server.ts'
import { undoStep } from '#app/loop/undo/undo-step.server.ts'
import { forgetTexts } from '#app/responses/forget-texts.server.ts'
import { forUpdate } from '#db/fragments.ts'
import { imports, type ImportUndo } from '#db/schema/accounts.ts'

type Run = NonNullable<ImportUndo['run']>

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
async function takeBack(ctx: TxCtx, id: string, successors: ReadonlySet<string>): Promise<Run | null> {
  // The import's own row first: of two runs at once the slower waits here, and whoever stops it waits for this batch.
  const [row] = await ctx.tx.select().from(imports).where(sql`${eq(imports.id, id)} ${forUpdate()}`) // prettier-ignore
  const undo = row?.undo?.run
  if (row?.state !== 'undoing' || !undo) return null
  const stored = await takeStep(ctx, id)
  if (!stored) return finish(ctx, row, undo)
  const { tally, kept } = await undoStep(ctx, stored, new Ahead(), successors)
  await keepRows(ctx, id, kept)
  const next: Run = { ...undo, ...addTally(undo, tally), steps: undo.steps + 1 }
  await ctx.tx
    .update(imports)
    .set({ undo: { run: next } })
    .where(eq(imports.id, id))
  return next
}

async function finish(ctx: TxCtx, row: typeof imports.$inferSelect, undo: Run): Promise<null> {
  const { tally, kept, options } = await undoProgram(ctx, row)
  await keepRows(ctx, row.id, kept)
  const run: Run = { ...undo, ...addTally(undo, tally), steps: undo.total }
  await ctx.tx
    .update(imports)
    .set({ state: 'undone', undo: { run }, options, endedAt: ctx.now() })
    .where(eq(imports.id, row.id))
  await recordEvent(ctx, {
    type: 'accounts.import_undone',
    subject: { kind: 'import', id: row.id },
    data: { by: run.by, removed: run.removed, restored: run.restored, kept: keptTotal(run) },
  })
  return null
}
