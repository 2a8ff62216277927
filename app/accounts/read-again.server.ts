import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import { readImportSchema } from '#app/accounts/import.ts'
import { columnsFor } from '#app/accounts/import/remembered.server.ts'
import { sampleOf } from '#app/accounts/import/sample.server.ts'
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { imports } from '#db/schema/accounts.ts'

/**
 * Shows a file anew as somebody says that it is written: with another encoding, separator or header, and columns by the
 * headers that come of it. Nothing is checked yet.
 * @throws Conflict when it is being checked or applied, or is done
 */
export async function readAgain(ctx: Ctx, input: z.input<typeof readImportSchema>) {
  const { importId, encoding, delimiter, headerAt, headerRows } = readImportSchema.parse(input)
  authorise(ctx, 'accounts.import')
  const [row] = await read(ctx).select().from(imports).where(eq(imports.id, importId))
  if (!row) throw new NotFound()
  const { header, samples } = await sampleOf(ctx, row.fileId, { encoding, delimiter, headerAt, headerRows })
  const { mapping, options } = await columnsFor(ctx, { kind: row.kind, header, samples })
  const { programId, newProgram } = row.options ?? {}
  const kept = { ...(programId && { programId }), ...(newProgram && { newProgram }) }
  await write(ctx, async ({ tx }) => {
    const [taken] = await tx
      .update(imports)
      .set({
        encoding,
        delimiter,
        mapping,
        options: { ...options, ...kept, headerAt, headerRows },
        state: 'uploaded',
        counts: null,
        error: null,
      })
      .where(
        and(eq(imports.id, importId), inArray(imports.state, ['uploaded', 'checked', 'failed', 'cancelled', 'undone'])),
      )
      .returning({ id: imports.id })
    if (!taken) throw new Conflict('import_busy')
  })
}
