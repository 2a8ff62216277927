import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Setting } from '#app/accounts/account-row.server.ts'
import { noCounts } from '#app/accounts/import/counts.ts'
import { openImport, type Import, type OpenImport } from '#app/accounts/import/open-import.server.ts'
import type { ReadItem } from '#app/accounts/import/read-item.ts'
import type { Line } from '#app/accounts/import/read-lines.ts'
import { matchItems } from '#app/accounts/match-items.server.ts'
import { saveItems } from '#app/accounts/save-items.server.ts'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { isUniqueViolation } from '#db/fragments.ts'
import { savepoint } from '#db/savepoint.ts'
import { importRejects, imports, type ImportCounts, type RejectReason } from '#db/schema/accounts.ts'
import { statement } from '#db/statement.ts'
import type { Db } from '#db/store/store.ts'

/** What lower rooms do with a batch, in its transaction. */
export interface ImportExtras {
  /** People whose line says that they want no mail. */
  optOut(ctx: TxCtx, contactIds: string[]): Promise<void>
}

/** The import was cancelled, or another run is ahead: what this batch did is undone. */
class Stopped extends Error {}

/**
 * Makes the job that applies a checked import, batch by batch; `applied_lines` moves in the transaction of the
 * rows, so that a run which was killed goes on exactly where it stood.
 */
export const applyImport =
  (extras: ImportExtras): JobHandler =>
  async (ctx, run) => {
    const id = String(run.payload.importId)
    const [row] = await ctx.store.db.select().from(imports).where(eq(imports.id, id))
    if (!row || row.state !== 'applying') return
    const open = await openImport(ctx, row)
    const skipped = new Rejected(ctx, id)
    const flying: Promise<void>[] = []
    let done = row.appliedLines
    let interrupted = false
    let told = performance.now()
    try {
      for await (const lines of open?.batches(done) ?? []) {
        const write = applyBatch(ctx, row, open!, { from: done, lines, wanted: await skipped.without(lines) }, extras)
        write.catch(() => {}) // awaited below, in order
        flying.push(write)
        if (flying.length >= inFlight[ctx.store.engine]) await flying.shift()
        done += lines.length
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

/** SQLite takes writes in the order they come, and those that wait together share one durable commit. */
const inFlight = { sqlite: 3, postgres: 1 }

interface Batch {
  from: number
  lines: Line[]
  /** Those of the lines that the check accepted. */
  wanted: Line[]
}

async function applyBatch(ctx: Ctx, row: Import, open: OpenImport, batch: Batch, extras: ImportExtras): Promise<void> {
  const items = batch.wanted.map(open.item)
  const cellsOf = new Map(batch.wanted.map(({ line, cells }) => [line, cells]))
  return write(ctx, async (ctx) => {
    // First, so that of two runs at once the slower waits here and then sees that its lines are done.
    const [taken] = await takeLines(ctx.tx, { id: row.id, from: batch.from, to: batch.from + batch.lines.length })
    if (!taken) throw new Stopped()
    const counts = taken.applied ?? noCounts()
    counts.lines += batch.lines.length
    counts.rejected += batch.lines.length - items.length
    // What changed since the check can refuse a line that the check accepted.
    const refuse = async (line: number, reasons: RejectReason[]) => {
      counts.rejected++
      await ctx.tx
        .insert(importRejects)
        .values({ importId: row.id, line, reasons, raw: JSON.stringify(cellsOf.get(line)) })
        .onConflictDoNothing()
    }
    const good = items.filter((item) => !item.reasons)
    for (const { line, reasons } of items) if (reasons) await refuse(line, reasons)
    const matched = await matchAndSave(ctx, good, { at: ctx.now(), baseCurrency: open.baseCurrency }, row.counts)
    const optOuts: string[] = []
    for (const [i, outcome] of matched.outcomes.entries()) {
      if (outcome.reason) await refuse(good[i]!.line, [outcome.reason])
      if (outcome.account && outcome.account !== 'unchanged') counts.accounts[outcome.account]++
      if (outcome.contact) counts.contacts[outcome.contact]++
      if (outcome.optedOut) optOuts.push(outcome.contactId!)
    }
    if (optOuts.length) await extras.optOut(ctx, optOuts)
    await saveCounts(ctx.tx, { id: row.id, applied: counts })
  })
}

/** When the check found nobody, looking for each person again would cost half as much as writing them. */
async function matchAndSave(ctx: TxCtx, items: ReadItem[], setting: Setting, checked: ImportCounts | null) {
  const run = async (tx: Db, expectNew: boolean) => {
    const matched = await matchItems(tx, items, setting, { expectNew })
    await saveItems(tx, matched)
    return matched
  }
  if (!checked || checked.contacts.changed + checked.contacts.unchanged > 0) return run(ctx.tx, false)
  try {
    return await savepoint(ctx.tx, (tx) => run(tx, true))
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return run(ctx.tx, false)
  }
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

/** The lines that the check refused, read beside the file in its order. */
class Rejected {
  #page: number[] = []
  #last = 0
  #ended = false

  constructor(
    readonly ctx: Ctx,
    readonly importId: string,
  ) {}

  async without(lines: Line[]): Promise<Line[]> {
    const refused = new Set<number>()
    const upTo = lines.at(-1)!.line
    for (;;) {
      while (this.#page.length && this.#page[0]! <= upTo) refused.add(this.#page.shift()!)
      if (this.#page.length || this.#ended) break
      const rows = await this.ctx.store.db
        .select({ line: importRejects.line })
        .from(importRejects)
        .where(and(eq(importRejects.importId, this.importId), gt(importRejects.line, this.#last)))
        .orderBy(asc(importRejects.line))
        .limit(500)
      this.#page = rows.map((row) => row.line)
      this.#last = this.#page.at(-1) ?? this.#last
      this.#ended = rows.length < 500
    }
    return refused.size ? lines.filter(({ line }) => !refused.has(line)) : lines
  }
}
