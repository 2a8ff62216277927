import { and, eq, inArray } from 'drizzle-orm'
import { importId } from '#app/accounts/import.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { imports } from '#db/schema/accounts.ts'

/** Stops an import before its next batch. What was applied stands; the row says how much. @throws Conflict when it has ended */
export async function cancelImport(ctx: Ctx, input: string) {
  const id = importId.parse(input)
  authorise(ctx, 'accounts.import')
  return write(ctx, async (ctx) => {
    const [row] = await ctx.tx
      .update(imports)
      .set({ state: 'cancelled', endedAt: ctx.now() })
      .where(and(eq(imports.id, id), inArray(imports.state, ['uploaded', 'checking', 'checked', 'applying'])))
      .returning({ lines: imports.appliedLines, applied: imports.applied })
    if (!row) throw new Conflict('import_ended')
    await recordEvent(ctx, {
      type: 'accounts.import_cancelled',
      subject: { kind: 'import', id },
      data: { lines: row.lines, applied: row.applied },
    })
    return row
  })
}
