import { eq } from 'drizzle-orm'
import { importId } from '#app/accounts/import.ts'
import { setImportOptions } from '#app/accounts/set-import-options.server.ts'
import { startImport } from '#app/accounts/start-import.server.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { createProgram } from '#app/surveys/create-program.server.ts'
import { imports } from '#db/schema/accounts.ts'

/** Starts applying an import; for a file of past answers the program that was asked for is made first, in the same transaction. */
export async function startAnyImport(ctx: Ctx, input: string) {
  const id = importId.parse(input)
  authorise(ctx, 'accounts.import')
  await write(ctx, async (ctx) => {
    const [row] = await ctx.tx.select().from(imports).where(eq(imports.id, id))
    if (row?.state === 'checked' && row.options?.newProgram) {
      const { newProgram, ...options } = row.options
      const kind = newProgram.metric === 'nps' ? 'relationship' : 'transactional'
      const program = await createProgram(ctx, { ...newProgram, kind })
      await setImportOptions(ctx, id, { ...options, programId: program.id, madeProgram: program.id })
    }
    await startImport(ctx, id)
  })
}
