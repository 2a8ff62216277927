import { and, eq, inArray } from 'drizzle-orm'
import { BrokenFile, type Line } from '#app/accounts/import/read-lines.ts'
import { AnyOrder } from '#app/accounts/import/any-order.ts'
import { stretchFor } from '#app/accounts/import/stretch.ts'
import { batchSize, openImport, type Import, type OpenImport } from '#app/accounts/import/open-import.server.ts'
import { noCounts } from '#app/accounts/import/counts.ts'
import { surveyColumns } from '#app/accounts/import/survey-columns.server.ts'
import { Seen, type Sighting } from '#app/accounts/import/seen.ts'
import type { ReadItem } from '#app/accounts/import/read-item.ts'
import { matchItems } from '#app/accounts/match-items.server.ts'
import { write, type Ctx } from '#app/audit/context.server.ts'
import type { JobHandler, JobRun } from '#app/jobs/job.ts'
import { importRejects, imports, type ImportCounts, type RejectReason } from '#db/schema/accounts.ts'

/** What a kind of file does with some lines when they are checked; it counts them and names those that are refused. */
export type LineCheck = (batch: {
  lines: Line[]
  counts: ImportCounts
  reject: (line: number, cells: string[], reasons: RejectReason[]) => void
  open: OpenImport
}) => Promise<void>

/** Job `accounts.check-import`: says what applying a file of companies and people would do. */
export const checkImport: JobHandler = (ctx, run) =>
  checkFile(ctx, run, () => {
    const seen = new Seen()
    const order = new AnyOrder()
    return async (batch) => {
      await checkItems(ctx, { seen, order }, batch)
      const { counts, open } = batch
      counts.stretch = order.holds(counts) ? stretchFor(counts.lines, open.position(), batchSize) : undefined
    }
  })

/**
 * Looks at every line of an import and says what applying it would do. Writes rejects and counts only; a run that was
 * interrupted begins anew.
 */
export async function checkFile(
  ctx: Ctx,
  run: JobRun,
  checkOf: (row: Import) => LineCheck | Promise<LineCheck>,
): Promise<void | { again: number }> {
  const id = String(run.payload.importId)
  const [row] = await ctx.store.db.select().from(imports).where(eq(imports.id, id))
  if (!row || row.state !== 'checking') return
  await clearRejects(ctx, id)
  try {
    const readings = await surveyColumns(ctx, run, row)
    if (readings === 'again') return { again: ctx.now() }
    const read = { ...row, counts: { ...noCounts(), ...readings } }
    const counts = await checkLines(ctx, run, read, await checkOf(read))
    if (counts === 'again') return { again: ctx.now() }
    if (counts === 'stopped') return
    if (counts.lines === 0) return fail(ctx, id, { code: 'no_lines' })
    await write(ctx, (ctx) =>
      ctx.tx
        .update(imports)
        .set({ state: 'checked', counts, error: null })
        .where(and(eq(imports.id, id), eq(imports.state, 'checking'))),
    )
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error
    await fail(ctx, id, { code: error.code, line: error.line, column: error.column })
  }
}

const fail = (ctx: Ctx, id: string, error: NonNullable<Import['error']>) =>
  write(ctx, async (ctx) => {
    await ctx.tx
      .update(imports)
      .set({ state: 'failed', error, counts: null })
      .where(and(eq(imports.id, id), eq(imports.state, 'checking')))
  })

async function checkLines(
  ctx: Ctx,
  run: JobRun,
  row: Import & { counts: ImportCounts },
  check: LineCheck,
): Promise<ImportCounts | 'again' | 'stopped'> {
  const { counts } = row
  const open = await openImport(ctx, row)
  if (!open) return counts
  let told = performance.now()
  for await (const lines of open.batches(0)) {
    const rejects: (typeof importRejects.$inferInsert)[] = []
    const reject = (line: number, cells: string[], reasons: RejectReason[]) => {
      counts.rejected++
      rejects.push({ importId: row.id, line, reasons, raw: JSON.stringify(cells) })
    }
    await check({ lines, counts, reject, open })
    if (rejects.length) await write(ctx, (ctx) => ctx.tx.insert(importRejects).values(rejects).onConflictDoNothing())
    if (performance.now() - told > 1000) {
      told = performance.now()
      await run.progress({ done: open.position(), total: Number(run.payload.bytes), stage: 'check' })
      if (run.stopping()) return 'again'
      const [still] = await ctx.store.db.select({ state: imports.state }).from(imports).where(eq(imports.id, row.id))
      if (still?.state !== 'checking') return 'stopped'
    }
  }
  return counts
}

async function checkItems(
  ctx: Ctx,
  { seen, order }: { seen: Seen; order: AnyOrder },
  { lines, counts, reject, open }: Parameters<LineCheck>[0],
) {
  const items: { item: ReadItem; sighting: Sighting; cells: string[] }[] = []
  for (const line of lines) {
    counts.lines++
    const item = open.item(line)
    if (item.reasons) {
      reject(line.line, line.cells, item.reasons)
      continue
    }
    const sighting = seen.meet(item)
    if (sighting.reason) reject(line.line, line.cells, [sighting.reason])
    else if (sighting.sameAs !== null) counts.contacts.unchanged++
    else items.push({ item, sighting, cells: line.cells })
  }
  if (!items.length) return
  const setting = { at: ctx.now(), baseCurrency: open.baseCurrency }
  const { outcomes } = await matchItems(ctx.store.db, items.map(({ item }) => item), setting) // prettier-ignore
  outcomes.forEach((outcome, i) => {
    const { item, sighting, cells } = items[i]!
    if (outcome.reason) return reject(item.line, cells, [outcome.reason])
    order.meet(item)
    noteForeign(counts, item, open.baseCurrency)
    if (isRounded(item.account?.externalId) || isRounded(item.contact?.externalId))
      counts.roundedIds = (counts.roundedIds ?? 0) + 1
    if (outcome.contact) counts.contacts[outcome.contact]++
    if (!outcome.account) return
    if (!sighting.accountSeen) counts.accounts[outcome.account]++
    else if (sighting.accountSays && outcome.account === 'changed') {
      counts.accounts.unchanged--
      counts.accounts.changed++
    }
  })
}

/** Revenue that can't be added to the rest, since there is no rate for it. */
function noteForeign(counts: ImportCounts, { account }: ReadItem, baseCurrency: string) {
  if (account?.arrMinor == null || !account.currency || account.currency === baseCurrency) return
  const foreign = (counts.foreign ??= {})
  foreign[account.currency] = (foreign[account.currency] ?? 0) + 1
}

/** A spreadsheet keeps fifteen digits and writes zeros for the rest. */
const isRounded = (id: string | undefined) => id !== undefined && id.length > 15 && /^[1-9]\d{14}0+$/.test(id)

async function clearRejects(ctx: Ctx, id: string) {
  for (;;) {
    const some = await ctx.store.db
      .select({ line: importRejects.line })
      .from(importRejects)
      .where(eq(importRejects.importId, id))
      .limit(200)
    if (!some.length) return
    const lines = some.map((reject) => reject.line)
    await write(ctx, (ctx) =>
      ctx.tx.delete(importRejects).where(and(eq(importRejects.importId, id), inArray(importRejects.line, lines))),
    )
  }
}
