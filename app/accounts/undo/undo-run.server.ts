import { eq, sql } from 'drizzle-orm'
import { keptTotal } from '#app/accounts/undo/tally.ts'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { forUpdate } from '#db/fragments.ts'
import { imports, type ImportOptions, type ImportUndo, type UndoTally } from '#db/schema/accounts.ts'

export type UndoRun = NonNullable<ImportUndo['run']>

/** An import that is being undone; null when it isn't. Its row is this transaction's until it ends: one batch at a time. */
export async function lockUndo(ctx: TxCtx, id: string) {
  const [row] = await ctx.tx.select().from(imports).where(sql`${eq(imports.id, id)} ${forUpdate()}`) // prettier-ignore
  const run = row?.undo?.run
  return row?.state === 'undoing' && run ? { row, run } : null
}

/** How far it has come, in the transaction of the batch. */
export const saveUndo = async (ctx: TxCtx, id: string, run: UndoRun): Promise<void> =>
  void (await ctx.tx.update(imports).set({ undo: { run } }).where(eq(imports.id, id)))

/** The end: the one event of the run. `options`: what the import knows for the next time. */
export async function endUndo(ctx: TxCtx, id: string, run: UndoRun, options: ImportOptions | null): Promise<void> {
  await ctx.tx
    .update(imports)
    .set({ state: 'undone', undo: { run }, options, endedAt: ctx.now() })
    .where(eq(imports.id, id))
  await recordEvent(ctx, {
    type: 'accounts.import_undone',
    subject: { kind: 'import', id },
    data: { by: run.by, removed: run.removed, restored: run.restored, kept: keptTotal(run) },
  })
}

/** What a job has counted, unless somebody has had it counted anew or has begun to undo. */
export const saveCount = (ctx: Ctx, id: string, jobId: string, tally: UndoTally): Promise<void> =>
  write(ctx, async (ctx) => {
    const [now] = await ctx.tx.select().from(imports).where(sql`${eq(imports.id, id)} ${forUpdate()}`) // prettier-ignore
    if (now?.undo?.count?.jobId !== jobId || now.state === 'undoing') return
    await ctx.tx
      .update(imports)
      .set({ undo: { ...now.undo, count: { jobId, at: ctx.now(), tally } } })
      .where(eq(imports.id, id))
  })
