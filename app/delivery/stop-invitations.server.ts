import { and, eq, inArray } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { freePlaces } from '#app/delivery/free-place.server.ts'
import { invitations } from '#db/schema/delivery.ts'

/** Takes back what was not sent yet to somebody who has left. A mail that waits in the outbox is stopped by its guard. @returns how many */
export async function stopInvitations(ctx: TxCtx, contactId: string): Promise<number> {
  const stopped = await ctx.tx
    .update(invitations)
    .set({ state: 'skipped', reason: 'left', nextPossibleAt: null })
    .where(and(eq(invitations.contactId, contactId), inArray(invitations.state, ['planned', 'deferred', 'queued'])))
    .returning({ id: invitations.id, accountId: invitations.accountId })
  await freePlaces(ctx, stopped)
  return stopped.length
}
