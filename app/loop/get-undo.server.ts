import { and, desc, eq, gt, ne } from 'drizzle-orm'
import { importId } from '#app/accounts/import.ts'
import { countSteps } from '#app/accounts/undo/steps.server.ts'
import { undoStanding, undoUntil } from '#app/accounts/undo/window.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { countUndo } from '#app/loop/count-undo.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { users } from '#db/schema/access.ts'
import { imports, type UndoTally } from '#db/schema/accounts.ts'
import { jobs } from '#db/schema/jobs.ts'

/** Batches that are counted while a person waits; more are a job. */
const mostAtOnce = 20

/** Whether an import can be undone and until when, and how far its undoing has come. @throws NotFound */
export async function getUndo(ctx: Ctx, input: string) {
  authorise(ctx, 'accounts.import')
  const id = importId.safeParse(input)
  const [row] = id.success ? await read(ctx).select().from(imports).where(eq(imports.id, id.data)) : []
  if (!row) throw new NotFound()
  const steps = await countSteps(ctx, row.id)
  const run = row.undo?.run
  const [by] = run ? await read(ctx).select({ name: users.name }).from(users).where(eq(users.id, run.by)) : []
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.fileName,
    state: row.state,
    standing: undoStanding(row, steps, ctx.now()),
    until: row.endedAt === null ? null : undoUntil(row.endedAt),
    steps,
    run: run ? { ...run, byName: by?.name ?? null } : null,
  }
}

/**
 * The same with what undoing it would do: counted at once for a small import, else by a job that somebody asks for.
 * `later` are imports since then that stand.
 */
export async function previewUndo(ctx: Ctx, input: string) {
  const undo = await getUndo(ctx, input)
  const [row] = await read(ctx).select().from(imports).where(eq(imports.id, undo.id))
  const large = undo.steps > mostAtOnce
  const count = large ? await countOf(ctx, row!) : null
  const tally: UndoTally | null = undo.standing !== 'open' ? null : large ? (count?.tally ?? null) : await countUndo(ctx, row!) // prettier-ignore
  const later = await read(ctx)
    .select({ id: imports.id, fileName: imports.fileName })
    .from(imports)
    .where(and(eq(imports.state, 'done'), ne(imports.id, undo.id), gt(imports.endedAt, row!.endedAt ?? 0)))
    .orderBy(desc(imports.endedAt))
    .limit(3)
  return { ...undo, tally, later, count: count && { at: count.at, running: count.running, progress: count.progress } }
}

/** How far the count of a large import is; null when there is none, or it was given up. */
async function countOf(ctx: Ctx, { undo }: typeof imports.$inferSelect) {
  const count = undo?.count
  if (!count) return null
  if (count.tally) return { at: count.at, tally: count.tally, running: false, progress: null }
  const [job] = await read(ctx).select().from(jobs).where(eq(jobs.id, count.jobId))
  const running = job !== undefined && ['ready', 'running'].includes(job.state)
  return running ? { at: count.at, tally: undefined, running, progress: job.progress } : null
}
