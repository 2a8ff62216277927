import { and, asc, eq, gt } from 'drizzle-orm'
import { importId } from '#app/accounts/import.ts'
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
  const editable = ['uploaded', 'checked', 'failed', 'cancelled'].includes(row.import.state) && row.bytes !== null
  const sample =
    editable || row.import.state !== 'uploaded'
      ? await sampleOf(ctx, row.import.fileId, formOf(row.import))
      : { header: [], samples: [] }
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
      (row.import.state === 'applying' || row.import.state === 'checking') &&
      (row.jobState === 'dead' || row.jobState === 'cancelled'),
    progress: row.progress,
    jobStarted: row.jobStarted,
    header: sample.header,
    samples: sample.samples.slice(0, 3),
    rejects: rejects
      .slice(0, shown)
      .map(({ line, reasons, raw }) => ({ line, reasons, cells: JSON.parse(raw) as string[] })),
    nextReject: rejects.length > shown ? rejects[shown - 1]!.line : null,
  }
}
