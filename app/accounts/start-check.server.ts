import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import { mapImportSchema } from '#app/accounts/import.ts'
import { faultOf } from '#app/accounts/import/mapping.ts'
import { byNameOf, keyOfHeader } from '#app/accounts/import/remembered.server.ts'
import { sampleOf } from '#app/accounts/import/sample.server.ts'
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { files } from '#db/schema/platform.ts'
import { imports } from '#db/schema/accounts.ts'

/**
 * Keeps how a file is written and what its columns mean, and starts the check of every line. May be done again until
 * the import is applied, and after it was cancelled.
 * @throws Invalid when the columns can't be used, Conflict when it is being checked or applied, or is done
 */
export async function startCheck(ctx: Ctx, input: z.input<typeof mapImportSchema>) {
  const { importId, encoding, delimiter, headerAt, headerRows, fields, dates } = mapImportSchema.parse(input)
  authorise(ctx, 'accounts.import')
  const [known] = await read(ctx)
    .select({
      bytes: files.bytes,
      fileId: imports.fileId,
      kind: imports.kind,
      options: imports.options,
      lines: imports.appliedLines,
    })
    .from(imports)
    .innerJoin(files, eq(files.id, imports.fileId))
    .where(eq(imports.id, importId))
  if (!known) throw new NotFound()
  const fault = faultOf(fields, known.kind)
  if (fault)
    throw new Invalid(
      `import_${fault.code}`,
      { fields: `import_${fault.code}` },
      'field' in fault ? { field: fault.field } : {},
    )
  const { programId, newProgram } = known.options ?? {}
  if (known.kind === 'history' && !programId && !newProgram && !Object.values(fields).includes('program'))
    throw new Invalid('import_no_program', { program: 'import_no_program' })
  const { header } = await sampleOf(ctx, known.fileId, { encoding, delimiter, headerAt, headerRows })
  const options = {
    ...known.options,
    headerAt,
    headerRows,
    dates,
    byName: byNameOf(header, fields, dates),
    stepsFrom: (known.options?.stepsFrom ?? 0) + known.lines,
  }
  await write(ctx, async (ctx) => {
    const jobId = await enqueue(ctx, {
      kind: known.kind === 'history' ? 'loop.check-history' : 'accounts.check-import',
      key: `import/${importId}/check/${newId('run', ctx.now())}`,
      payload: { importId, bytes: known.bytes },
    })
    const [taken] = await ctx.tx
      .update(imports)
      .set({
        encoding,
        delimiter,
        mapping: fields,
        options,
        headerKey: keyOfHeader(known.kind, header),
        state: 'checking',
        counts: null,
        applied: null,
        appliedLines: 0,
        error: null,
        undo: null,
        endedAt: null,
        jobId,
      })
      .where(
        and(eq(imports.id, importId), inArray(imports.state, ['uploaded', 'checked', 'failed', 'cancelled', 'undone'])),
      )
      .returning({ id: imports.id })
    if (!taken) throw new Conflict('import_busy')
    await recordEvent(ctx, {
      type: 'accounts.import_check_started',
      subject: { kind: 'import', id: importId },
      data: { encoding, columns: Object.keys(fields).length },
    })
  })
}
