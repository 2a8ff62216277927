import { and, eq } from 'drizzle-orm'
import { importId } from '#app/accounts/import.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { imports } from '#db/schema/accounts.ts'
import { jobs } from '#db/schema/jobs.ts'

/**
 * Starts applying an import whose lines have all been checked, or goes on with one whose job was given up.
 * Pressed twice, it starts once.
 * @throws Conflict when it isn't checked, or somebody started it
 */
export async function startImport(ctx: Ctx, input: string) {
  const id = importId.parse(input)
  authorise(ctx, 'accounts.import')
  await write(ctx, async (ctx) => {
    const [row] = await ctx.tx
      .select({ kind: imports.kind, state: imports.state, lines: imports.appliedLines, job: jobs.state })
      .from(imports)
      .leftJoin(jobs, eq(jobs.id, imports.jobId))
      .where(eq(imports.id, id))
    const givenUp = row?.state === 'applying' && (row.job === 'dead' || row.job === 'cancelled')
    if (!row || (row.state !== 'checked' && !givenUp)) throw new Conflict('import_busy')
    const jobId = await enqueue(ctx, {
      kind: row.kind === 'history' ? 'loop.apply-history' : 'accounts.apply-import',
      key: `import/${id}/apply/${newId('run', ctx.now())}`,
      payload: { importId: id },
    })
    const [taken] = await ctx.tx
      .update(imports)
      .set({ state: 'applying', jobId })
      .where(and(eq(imports.id, id), eq(imports.state, row.state), eq(imports.appliedLines, row.lines)))
      .returning({ id: imports.id })
    if (!taken) throw new Conflict('import_busy')
    await recordEvent(ctx, {
      type: 'accounts.import_started',
      subject: { kind: 'import', id },
      data: { from: row.lines },
    })
  })
}
