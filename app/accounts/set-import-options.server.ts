import { and, eq, inArray } from 'drizzle-orm'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { imports, type ImportOptions } from '#db/schema/accounts.ts'

/** Keeps how a file is to be read, as long as it isn't being applied. @throws Conflict when it is, or is done */
export async function setImportOptions(ctx: Ctx, id: string, options: ImportOptions): Promise<void> {
  authorise(ctx, 'accounts.import')
  await write(ctx, async ({ tx }) => {
    const [taken] = await tx
      .update(imports)
      .set({ options })
      .where(and(eq(imports.id, id), inArray(imports.state, ['uploaded', 'checked', 'failed', 'cancelled', 'undone'])))
      .returning({ id: imports.id })
    if (!taken) throw new Conflict('import_busy')
  })
}
