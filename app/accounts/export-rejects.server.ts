import { stringify } from 'csv-stringify/sync'
import { and, asc, eq, gt } from 'drizzle-orm'
import { importWords } from '#app/accounts/import-words.ts'
import { importId } from '#app/accounts/import.ts'
import { formOf } from '#app/accounts/import/open-import.server.ts'
import { sampleOf } from '#app/accounts/import/sample.server.ts'
import { sayReason } from '#app/accounts/say-reason.ts'
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { Translate } from '#app/platform/words.ts'
import { importRejects, imports } from '#db/schema/accounts.ts'

const page = 500

/**
 * The refused lines of an import as CSV, in the columns of the file and two more: line and reasons. Cells that a
 * spreadsheet would run as a formula are guarded.
 * @throws NotFound
 */
export async function exportRejects(
  ctx: Ctx,
  input: string,
  t: Translate,
): Promise<{ name: string; parts: AsyncGenerator<string> }> {
  authorise(ctx, 'accounts.import')
  const id = importId.safeParse(input)
  const [row] = id.success ? await read(ctx).select().from(imports).where(eq(imports.id, id.data)) : []
  if (!row) throw new NotFound()
  await write(ctx, (ctx) =>
    recordEvent(ctx, { type: 'accounts.import_rejects_exported', subject: { kind: 'import', id: row.id } }),
  )
  const { header } = await sampleOf(ctx, row.fileId, formOf(row))
  const csv = (rows: string[][]) => stringify(rows, { escape_formulas: true, record_delimiter: '\r\n' })
  async function* parts() {
    yield `\ufeff${csv([[...header, t(importWords.lineColumn), t(importWords.reasonColumn)]])}`
    for (let last = 0; ;) {
      const rows = await read(ctx)
        .select()
        .from(importRejects)
        .where(and(eq(importRejects.importId, row!.id), gt(importRejects.line, last)))
        .orderBy(asc(importRejects.line))
        .limit(page)
      if (rows.length) yield csv(rows.map((reject) => [...padded(JSON.parse(reject.raw) as string[], header.length), String(reject.line), reject.reasons.map((reason) => sayReason(t, reason)).join(' / ')])) // prettier-ignore
      if (rows.length < page) return
      last = rows.at(-1)!.line
    }
  }
  return { name: row.fileName.replace(/\.[^.]*$/, ''), parts: parts() }
}

const padded = (cells: string[], length: number) =>
  Array.from({ length: Math.max(length, cells.length) }, (_, i) => cells[i] ?? '').slice(0, Math.max(length, 1))
