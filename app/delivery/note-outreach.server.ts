import type { TxCtx } from '#app/audit/context.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { outreach } from '#db/schema/delivery.ts'

/** Writes into the one ledger that somebody was reached by an ask. The same ask again keeps its one line. */
export async function noteAsked(
  ctx: TxCtx,
  { contactId, accountId, refId, at }: { contactId: string; accountId: string | null; refId: string; at: number },
): Promise<void> {
  await ctx.tx
    .insert(outreach)
    .values({ id: newId('out', at), contactId, accountId, kind: 'ask', refId, at })
    .onConflictDoNothing()
}
