import { eq, sql } from 'drizzle-orm'
import { importId } from '#app/accounts/import.ts'
import { countSteps } from '#app/accounts/undo/steps.server.ts'
import { noTally } from '#app/accounts/undo/tally.ts'
import { undoStanding } from '#app/accounts/undo/window.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { forUpdate } from '#db/fragments.ts'
import { importKept, imports, type ImportUndo } from '#db/schema/accounts.ts'
import { jobs } from '#db/schema/jobs.ts'

/**
 * Starts undoing an import that is over, or goes on with what was stopped or given up. Pressed twice, it starts once.
 * @throws Conflict when it isn't over, changed nothing, or what was there before is no longer kept
 */
export async function startUndo(ctx: Ctx, input: string): Promise<void> {
  const id = importId.parse(input)
  authorise(ctx, 'accounts.import')
  await write(ctx, async (ctx) => {
    const [row] = await ctx.tx.select().from(imports).where(sql`${eq(imports.id, id)} ${forUpdate()}`) // prettier-ignore
    if (!row) throw new NotFound()
    if (row.state === 'undone' || (row.state === 'undoing' && !(await isGivenUp(ctx, row.jobId)))) return
    const steps = await countSteps(ctx, id)
    const standing = row.state === 'undoing' ? 'open' : undoStanding(row, steps, ctx.now())
    if (standing !== 'open') throw new Conflict(standing === 'not_yet' ? 'import_busy' : `import_undo_${standing}`)
    const jobId = await enqueue(ctx, {
      kind: 'loop.undo-import',
      key: `import/${id}/undo/${newId('run', ctx.now())}`,
      payload: { importId: id },
    })
    const run = row.undo?.run ?? begun(ctx, row.state, steps)
    if (!row.undo?.run) await ctx.tx.delete(importKept).where(eq(importKept.importId, id))
    await ctx.tx.update(imports).set({ state: 'undoing', jobId, undo: { run } }).where(eq(imports.id, id))
    await recordEvent(ctx, {
      type: 'accounts.import_undo_started',
      subject: { kind: 'import', id },
      data: { steps: run.total, from: run.steps },
    })
  })
}

const begun = (ctx: TxCtx, state: string, steps: number): NonNullable<ImportUndo['run']> => ({
  ...noTally(),
  by: ctx.actor.id ?? ctx.actor.kind,
  at: ctx.now(),
  from: state === 'cancelled' ? 'cancelled' : 'done',
  steps: 0,
  total: steps,
})

async function isGivenUp(ctx: TxCtx, jobId: string | null): Promise<boolean> {
  const [job] = jobId ? await ctx.tx.select({ state: jobs.state }).from(jobs).where(eq(jobs.id, jobId)) : []
  return !job || job.state === 'dead' || job.state === 'cancelled'
}

/** Stops undoing before its next batch: what is taken back stays so, and the rest can be taken back later. @throws Conflict when it is over */
export async function stopUndo(ctx: Ctx, input: string): Promise<void> {
  const id = importId.parse(input)
  authorise(ctx, 'accounts.import')
  await write(ctx, async (ctx) => {
    const [row] = await ctx.tx.select().from(imports).where(sql`${eq(imports.id, id)} ${forUpdate()}`) // prettier-ignore
    const run = row?.undo?.run
    if (row?.state !== 'undoing' || !run) throw new Conflict('import_ended')
    await ctx.tx.update(imports).set({ state: run.from }).where(eq(imports.id, id))
    await recordEvent(ctx, {
      type: 'accounts.import_undo_stopped',
      subject: { kind: 'import', id },
      data: { steps: run.steps, of: run.total },
    })
  })
}
