import { and, eq, sql } from 'drizzle-orm'
import { noCounts } from '#app/accounts/import/counts.ts'
import { openImport, type Import, type OpenImport } from '#app/accounts/import/open-import.server.ts'
import type { Line } from '#app/accounts/import/read-lines.ts'
import { linesInOrder } from '#app/accounts/import/lines-in-order.server.ts'
import { isEmptyStep, writeStep, type Step } from '#app/accounts/import/step.server.ts'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import type { JobRun } from '#app/jobs/job.ts'
import { importRejects, imports, type ImportCounts, type RejectReason } from '#db/schema/accounts.ts'
import { statement } from '#db/statement.ts'

/** One write of an import. */
export interface Batch {
  /** Of the whole import so far; what the batch does is added. */
  counts: ImportCounts
  /** Leaves a line out: what changed since the check can refuse what the check accepted. */
  refuse: (line: number, reasons: RejectReason[]) => Promise<void>
}

/** What the lines of one kind of file do. */
export interface LineWork<Read> {
  /** Sees every line in order before its batch is written, those of an earlier run of this job as well. */
  meet?: (lines: Line[], open: OpenImport) => void
  /** Makes sense of the accepted lines of a batch, before anybody waits for its transaction. */
  read: (wanted: Line[], open: OpenImport) => Read
  /** In the transaction of the batch. @returns what it wrote, to be able to take it back */
  apply: (ctx: TxCtx, read: Read, batch: Batch, open: OpenImport) => Promise<Step>
}

/** The import was cancelled, or another run is ahead: what this batch did is undone. */
class Stopped extends Error {}

/**
 * Applies a checked import, batch by batch; `applied_lines` moves in the transaction of the rows, so that a run which
 * was killed goes on exactly where it stood.
 */
export async function applyLines<Read>(
  ctx: Ctx,
  run: JobRun,
  row: Import,
  work: LineWork<Read>,
): Promise<void | { again: number }> {
  const { id } = row
  const open = await openImport(ctx, row)
  const flying: Promise<void>[] = []
  const { done: before, batches } = linesInOrder(ctx, row, open, work.meet ? 0 : row.appliedLines)
  let done = before
  let interrupted = false
  let told = performance.now()
  try {
    for await (const { lines, count, wanted } of batches) {
      work.meet?.(lines, open!)
      const from = done
      done += count
      if (from < row.appliedLines) continue
      const write = applyBatch(ctx, row, open!, { from, count, wanted }, work)
      write.catch(() => {}) // awaited below, in order
      flying.push(write)
      if (flying.length >= inFlight[ctx.store.engine]) await flying.shift()
      interrupted = run.stopping()
      if (interrupted) break
      if (performance.now() - told < 1000) continue
      told = performance.now()
      await run.progress({ done, total: row.counts?.lines ?? done, stage: 'apply' })
    }
    for (const write of flying) await write
  } catch (error) {
    if (error instanceof Stopped) return
    throw error
  }
  if (interrupted) return { again: ctx.now() }
  await finish(ctx, id)
}

/** SQLite takes writes in the order they come; while the disk is busy with some, the next ones are read and wait. */
const inFlight = { sqlite: 6, postgres: 1 }

async function applyBatch<Read>(
  ctx: Ctx,
  row: Import,
  open: OpenImport,
  { from, count, wanted }: { from: number; count: number; wanted: Line[] },
  work: LineWork<Read>,
): Promise<void> {
  const read = work.read(wanted, open)
  return write(ctx, async (ctx) => {
    // First, so that of two runs at once the slower waits here and then sees that its lines are done.
    const [taken] = await takeLines(ctx.tx, { id: row.id, from, to: from + count })
    if (!taken) throw new Stopped()
    const counts = taken.applied ?? noCounts()
    counts.lines += count
    counts.rejected += count - wanted.length
    const refuse = async (line: number, reasons: RejectReason[]) => {
      counts.rejected++
      const cells = wanted.find((one) => one.line === line)!.cells
      await ctx.tx
        .insert(importRejects)
        .values({ importId: row.id, line, reasons, raw: JSON.stringify(cells) })
        .onConflictDoNothing()
    }
    const step = await work.apply(ctx, read, { counts, refuse }, open)
    await saveCounts(ctx.tx, { id: row.id, applied: counts })
    if (!isEmptyStep(step)) await writeStep(ctx, row.id, (row.options?.stepsFrom ?? 0) + from, step)
  })
}

const takeLines = statement((db) =>
  db
    .update(imports)
    .set({ appliedLines: sql`${sql.placeholder('to')}` })
    .where(
      and(
        eq(imports.id, sql.placeholder('id')),
        eq(imports.state, 'applying'),
        eq(imports.appliedLines, sql.placeholder('from')),
      ),
    )
    .returning({ applied: imports.applied }),
)
const saveCounts = statement((db) =>
  db
    .update(imports)
    .set({ applied: sql.placeholder('applied') as never })
    .where(eq(imports.id, sql.placeholder('id'))),
)
const findStanding = statement((db) =>
  db
    .select({
      state: imports.state,
      appliedLines: imports.appliedLines,
      applied: imports.applied,
      counts: imports.counts,
      createdBy: imports.createdBy,
    })
    .from(imports)
    .where(eq(imports.id, sql.placeholder('id'))),
)

/** The companies that nothing changed are those the check met, less those that were written. */
const finish = (ctx: Ctx, id: string) =>
  write(ctx, async (ctx) => {
    const [stands] = await findStanding(ctx.tx, { id })
    if (stands?.state !== 'applying') return
    const counts = stands.applied ?? noCounts()
    const met = stands.counts?.accounts ?? counts.accounts
    counts.accounts.unchanged = Math.max(
      0,
      met.new + met.changed + met.unchanged - counts.accounts.new - counts.accounts.changed,
    )
    const [ended] = await ctx.tx
      .update(imports)
      .set({ state: 'done', applied: counts, endedAt: ctx.now() })
      .where(and(eq(imports.id, id), eq(imports.state, 'applying')))
      .returning({ id: imports.id })
    if (ended)
      await recordEvent(ctx, {
        type: 'accounts.imported',
        subject: { kind: 'import', id },
        data: { by: stands.createdBy, ...counts },
      })
  })
