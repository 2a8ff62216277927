import { DateEvidence } from '#app/accounts/import/dates.ts'
import { NumberEvidence } from '#app/accounts/import/numbers.ts'
import { openImport, type Import } from '#app/accounts/import/open-import.server.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import type { JobRun } from '#app/jobs/job.ts'
import type { ImportCounts, Reading } from '#db/schema/accounts.ts'

const dateFields = new Set(['started_on', 'renewal_on', 'answered_at'])
const numberFields = new Set(['arr'])

/**
 * Reads the dates and amounts of a file once before its check, since only the whole column tells whether 3/4 is in March
 * or in April, and whether 1.200 is twelve hundred. Files without such columns are not read.
 * @throws BrokenFile
 */
export async function surveyColumns(
  ctx: Ctx,
  run: JobRun,
  row: Import,
): Promise<Pick<ImportCounts, 'readings' | 'asks'> | 'again'> {
  const chosen = row.options?.dates ?? {}
  const readings: Reading[] = []
  const asks: NonNullable<ImportCounts['asks']> = []
  const dates = new Map<number, DateEvidence>()
  const numbers = new Map<number, NumberEvidence>()
  for (const [index, field] of Object.entries(row.mapping)) {
    const column = Number(index)
    if (numberFields.has(field)) numbers.set(column, new NumberEvidence())
    if (!dateFields.has(field)) continue
    const order = chosen[index]
    if (order) readings.push({ column, as: order })
    else dates.set(column, new DateEvidence())
  }
  if (dates.size + numbers.size === 0) return readings.length ? { readings } : {}
  const open = await openImport(ctx, row)
  let told = performance.now()
  for await (const lines of open?.batches(0) ?? []) {
    for (const { cells } of lines) {
      for (const [column, evidence] of dates) if (cells[column]) evidence.see(cells[column])
      for (const [column, evidence] of numbers) if (cells[column]) evidence.see(cells[column])
    }
    if (performance.now() - told < 1000) continue
    told = performance.now()
    await run.progress({ done: 0, total: Number(run.payload.bytes), stage: 'check' })
    if (run.stopping()) return 'again'
  }
  for (const [column, evidence] of dates) {
    const verdict = evidence.verdict()
    if (verdict && 'ask' in verdict) asks.push({ column, example: verdict.ask })
    else if (verdict) readings.push({ column, as: verdict.order, because: verdict.because })
  }
  for (const [column, evidence] of numbers) {
    const verdict = evidence.verdict()
    if (verdict) readings.push({ column, as: verdict.style, ...(verdict.because && { because: verdict.because }) })
  }
  return { ...(readings.length && { readings }), ...(asks.length && { asks }) }
}
