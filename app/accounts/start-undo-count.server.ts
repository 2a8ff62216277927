import { eq, sql } from 'drizzle-orm'
import { importId } from '#app/accounts/import.ts'
import { countSteps } from '#app/accounts/undo/steps.server.ts'
import { undoStanding } from '#app/accounts/undo/window.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { forUpdate } from '#db/fragments.ts'
import { imports } from '#db/schema/accounts.ts'

/** Has a job count what undoing a large import would do; counts anew what was counted before. @throws Conflict when it can't be undone */
export async function startUndoCount(ctx: Ctx, input: string): Promise<void> {
  const id = importId.parse(input)
  authorise(ctx, 'accounts.import')
  await write(ctx, async (ctx) => {
    const [row] = await ctx.tx.select().from(imports).where(sql`${eq(imports.id, id)} ${forUpdate()}`) // prettier-ignore
    if (!row) throw new NotFound()
    const steps = await countSteps(ctx, id)
    if (undoStanding(row, steps, ctx.now()) !== 'open') throw new Conflict('import_busy')
    const jobId = await enqueue(ctx, {
      kind: 'loop.count-undo',
      key: `import/${id}/count-undo/${newId('run', ctx.now())}`,
      payload: { importId: id, steps },
    })
    await ctx.tx
      .update(imports)
      .set({ undo: { ...row.undo, count: { jobId, at: ctx.now() } } })
      .where(eq(imports.id, id))
  })
}
