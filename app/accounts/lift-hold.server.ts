import { and, eq, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import type { Hold } from '#app/accounts/place-hold.server.ts'
import { holds } from '#db/schema/accounts.ts'
import { statement } from '#db/statement.ts'

const remove = statement((db) =>
  db
    .delete(holds)
    .where(
      and(
        eq(holds.subjectKey, sql.placeholder('subjectKey')),
        eq(holds.reason, sql.placeholder('reason')),
        eq(holds.refId, sql.placeholder('refId')),
      ),
    ),
)

/** Takes a hold away; nothing happens when it isn't there. Other holds of the subject stand. */
export async function liftHold(ctx: TxCtx, hold: Pick<Hold, 'subjectKey' | 'reason' | 'refId'>): Promise<void> {
  await remove(ctx.tx, { ...hold })
}
