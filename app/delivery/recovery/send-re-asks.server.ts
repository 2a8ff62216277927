import { and, inArray, lte, or, eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { queueInvitations } from '#app/delivery/queue-invitations.server.ts'
import { invitations } from '#db/schema/delivery.ts'

/** What may have passed since it was planned: an address was found, somebody came back, a wish was taken back. */
const mayPass = ['left', 'no_email', 'suppressed', 'unsubscribed']

/**
 * Puts those of these planned re-asks that are due into the outbox, each person as they are today: who could not be
 * asked when it was planned is looked at once more.
 */
export async function sendReAsks(ctx: TxCtx, ids: string[]): Promise<void> {
  if (!ids.length) return
  const due = await ctx.tx
    .update(invitations)
    .set({ state: 'planned', reason: null })
    .where(
      and(
        inArray(invitations.id, ids),
        lte(invitations.dueAt, ctx.now()),
        or(
          eq(invitations.state, 'planned'),
          and(eq(invitations.state, 'skipped'), inArray(invitations.reason, mayPass)),
        ),
      ),
    )
    .returning({ id: invitations.id })
  await queueInvitations(ctx, due.map((row) => row.id)) // prettier-ignore
}
