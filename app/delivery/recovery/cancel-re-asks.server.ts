import { and, eq, inArray } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { freePlaces } from '#app/delivery/free-place.server.ts'
import { cancelMessages } from '#app/email/cancel-messages.server.ts'
import { invitations } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'

const unsent = inArray(invitations.state, ['planned', 'deferred', 'queued'])

/**
 * Takes back those of these re-asks that have not gone, with the mails that wait in the outbox; what is on its way, or in
 * the hands of a person, stays good. @returns the ids of those that were taken back
 */
export async function cancelReAsks(
  ctx: TxCtx,
  ids: string[],
  reason: 'cancelled' | 'vetoed' = 'cancelled',
): Promise<string[]> {
  if (!ids.length) return []
  const { tx } = ctx
  const waiting = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(inArray(invitations.id, ids), unsent))
  if (!waiting.length) return []
  for (const { id } of waiting) await cancelMessages(ctx, { refKind: 'invitation', refId: id })
  const leaving = await tx
    .select({ id: messages.refId })
    .from(messages)
    .where(
      and(
        eq(messages.refKind, 'invitation'),
        inArray(messages.refId, waiting.map((row) => row.id)), // prettier-ignore
        inArray(messages.state, ['sending', 'sent', 'uncertain']),
      ),
    )
  const stay = waiting.map((row) => row.id).filter((id) => !leaving.some((row) => row.id === id))
  const taken = await tx
    .update(invitations)
    .set({ state: 'cancelled', reason, nextPossibleAt: null })
    .where(and(inArray(invitations.id, stay), unsent))
    .returning({ id: invitations.id })
  const gone = taken.map((row) => row.id)
  // No account has its places counted by them: nobody else waits for one.
  await freePlaces(ctx, gone.map((id) => ({ id, accountId: null }))) // prettier-ignore
  return gone
}

/** A re-ask that a colleague took back is planned again. @returns when it is due; null when it was not taken back */
export async function bringBackReAsk(ctx: TxCtx, id: string): Promise<number | null> {
  const [row] = await ctx.tx
    .update(invitations)
    .set({ state: 'planned', reason: null })
    .where(and(eq(invitations.id, id), eq(invitations.state, 'cancelled'), eq(invitations.reason, 'vetoed')))
    .returning({ dueAt: invitations.dueAt })
  return row ? Math.max(row.dueAt, ctx.now()) : null
}

/** Of these re-asks those that have not gone are not sent, since the person wants none by now. */
export async function skipUnwanted(ctx: TxCtx, ids: string[]): Promise<void> {
  if (ids.length)
    await ctx.tx
      .update(invitations)
      .set({ state: 'skipped', reason: 'unsubscribed' })
      .where(and(inArray(invitations.id, ids), eq(invitations.state, 'planned')))
}
