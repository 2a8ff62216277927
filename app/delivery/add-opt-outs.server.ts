import type { TxCtx } from '#app/audit/context.server.ts'
import { preferences } from '#db/schema/delivery.ts'

/**
 * Notes for many people at once (at most a few hundred a call) that they want no mail at all, say from an import's
 * column. Whoever has said something before keeps what they said. Recorded by the event of the caller's run.
 * @returns those who had not
 */
export async function addOptOuts(ctx: TxCtx, contactIds: string[], source: 'import' | 'api'): Promise<string[]> {
  if (!contactIds.length) return []
  const at = ctx.now()
  const rows = [...new Set(contactIds)].map((contactId) => ({
    contactId,
    scope: 'all',
    choice: 'off' as const,
    at,
    source,
  }))
  const added = await ctx.tx
    .insert(preferences)
    .values(rows)
    .onConflictDoNothing()
    .returning({ contactId: preferences.contactId })
  return added.map((row) => row.contactId)
}
