import { sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { holds, type holdReasons } from '#db/schema/accounts.ts'
import { statement } from '#db/statement.ts'

export interface Hold {
  /** `acc:<id>` or `con:<id>` */
  subjectKey: string
  reason: (typeof holdReasons)[number]
  /** What the hold rests on, say the case. */
  refId: string
  /** Milliseconds UTC; without one it stands until it is lifted. */
  until?: number | null
}

const insert = statement((db) =>
  db
    .insert(holds)
    .values({
      id: sql.placeholder('id'),
      subjectKey: sql.placeholder('subjectKey'),
      reason: sql.placeholder('reason'),
      refId: sql.placeholder('refId'),
      at: sql.placeholder('at'),
      until: sql.placeholder('until'),
    })
    .onConflictDoUpdate({ target: [holds.subjectKey, holds.reason, holds.refId], set: { until: sql`excluded.until` } }),
)

/** Says that nothing may be sent to an account or person for now. The same hold placed again keeps one row, with the new end. */
export async function placeHold(ctx: TxCtx, hold: Hold): Promise<void> {
  const at = ctx.now()
  await insert(ctx.tx, { id: newId('hol', at), ...hold, at, until: hold.until ?? null })
}
