import { and, asc, eq, gt } from 'drizzle-orm'
import { importId } from '#app/accounts/import.ts'
import { isDoubtfulDate } from '#app/accounts/import/dates.ts'
import { formOf } from '#app/accounts/import/open-import.server.ts'
import { sampleOf } from '#app/accounts/import/sample.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { importRejects, imports } from '#db/schema/accounts.ts'
import { jobs } from '#db/schema/jobs.ts'
import { files } from '#db/schema/platform.ts'

/** Refused lines shown on the page at a time. */
const shown = 50

/** An import as its page shows it: the columns with sample values, how far it is, and the first refused lines. @throws NotFound */
export async function getImport(ctx: Ctx, input: string, { after = 0 }: { after?: number } = {}) {
  authorise(ctx, 'accounts.import')
  const id = importId.safeParse(input)
  if (!id.success) throw new NotFound()
  const db = read(ctx)
  const [row] = await db
    .select({
      import: imports,
      bytes: files.bytes,
      jobState: jobs.state,
      progress: jobs.progress,
      jobStarted: jobs.createdAt,
    })
    .from(imports)
    .leftJoin(files, eq(files.id, imports.fileId))
    .leftJoin(jobs, eq(jobs.id, imports.jobId))
    .where(eq(imports.id, id.data))
  if (!row) throw new NotFound()
  const editable =
    ['uploaded', 'checked', 'failed', 'cancelled', 'undone'].includes(row.import.state) && row.bytes !== null
  const form = formOf(row.import)
  const { top, header, samples } = await sampleOf(ctx, row.import.fileId, form)
  const [mappedFrom] = row.import.options?.mappedFrom
    ? await db
        .select({ id: imports.id, fileName: imports.fileName, at: imports.createdAt })
        .from(imports)
        .where(eq(imports.id, row.import.options.mappedFrom))
    : []
  const isAsked = (column: number) =>
    row.import.options?.dates?.[column] !== undefined ||
    row.import.counts?.asks?.some((ask) => ask.column === column) === true
  const rejects = await db
    .select({ line: importRejects.line, reasons: importRejects.reasons, raw: importRejects.raw })
    .from(importRejects)
    .where(and(eq(importRejects.importId, id.data), gt(importRejects.line, after)))
    .orderBy(asc(importRejects.line))
    .limit(shown + 1)
  return {
    ...row.import,
    bytes: row.bytes,
    editable,
    givenUp:
      ['applying', 'checking', 'undoing'].includes(row.import.state) &&
      (row.jobState === 'dead' || row.jobState === 'cancelled'),
    progress: row.progress,
    jobStarted: row.jobStarted,
    headerAt: form.headerAt,
    headerRows: form.headerRows,
    /** The first records, for choosing the header among them. */
    top: top.map((cells) => cells.filter(Boolean).slice(0, 6).map((cell) => cell.slice(0, 40))), // prettier-ignore
    header,
    samples: samples.slice(0, 3),
    /** Columns with dates of three numbers: which is the day can be chosen. */
    dateColumns: header.flatMap((_, i) =>
      samples.some((cells) => isDoubtfulDate(cells[i] ?? '')) || isAsked(i) ? [i] : [],
    ),
    mappedFrom: mappedFrom ?? null,
    rejects: rejects
      .slice(0, shown)
      .map(({ line, reasons, raw }) => ({ line, reasons, cells: JSON.parse(raw) as string[] })),
    nextReject: rejects.length > shown ? rejects[shown - 1]!.line : null,
  }
}
