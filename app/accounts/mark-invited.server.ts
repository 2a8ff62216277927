import { inArray } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { contacts } from '#db/schema/accounts.ts'

/** Notes on each person (at most a few hundred a call) when they were last invited. Recorded by the caller's event. */
export async function markInvited(ctx: TxCtx, contactIds: string[], at: number): Promise<void> {
  if (contactIds.length)
    await ctx.tx.update(contacts).set({ lastInvitedAt: at }).where(inArray(contacts.id, contactIds))
}
