import { and, eq, inArray } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { invitations } from '#db/schema/delivery.ts'

/** Deletes invitations of another tool, noted by an import whose answers are gone already. */
export async function removePastInvitations(ctx: TxCtx, ids: string[]): Promise<void> {
  if (ids.length)
    await ctx.tx.delete(invitations).where(and(inArray(invitations.id, ids), eq(invitations.channel, 'import')))
}
