import { writeReason, type Kept } from '#app/accounts/undo/kept.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { importKept } from '#db/schema/accounts.ts'
import { rowsInsert } from '#db/insert-rows.ts'

const insert = rowsInsert(importKept, ['importId', 'subjectId', 'kind', 'reason'], {
  replace: [importKept.importId, importKept.subjectId],
})

/** Writes down what undoing an import leaves, and why; an older batch of the import has the last word on a row. */
export async function keepRows(ctx: TxCtx, importId: string, kept: Kept[]): Promise<void> {
  const rows = new Map(kept.map((one) => [one.subjectId, { importId, subjectId: one.subjectId, kind: one.kind, reason: writeReason(one) }])) // prettier-ignore
  await insert(ctx.tx, [...rows.values()])
}
