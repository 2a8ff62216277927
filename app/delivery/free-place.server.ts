import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { invitedKinds } from '#db/enums/delivery.ts'
import { invitations, outreach } from '#db/schema/delivery.ts'

/** Invitations that never reach anybody: no frequency rule counts them any more, and colleagues may take the places. */
export async function freePlaces(ctx: TxCtx, gone: { id: string; accountId: string | null }[]): Promise<void> {
  const ids = gone.map((one) => one.id)
  if (!ids.length) return
  await ctx.tx
    .update(outreach)
    .set({ cancelledAt: ctx.now() })
    .where(and(inArray(outreach.kind, invitedKinds), inArray(outreach.refId, ids), isNull(outreach.cancelledAt)))
  await wakeAccounts(ctx, [...new Set(gone.flatMap((one) => one.accountId ?? []))])
}

/** Who waits for a place in these accounts is looked at again at once. */
export async function wakeAccounts(ctx: TxCtx, accountIds: string[]): Promise<void> {
  if (accountIds.length)
    await ctx.tx
      .update(invitations)
      .set({ nextPossibleAt: ctx.now() })
      .where(and(inArray(invitations.accountId, accountIds), waitsForPlace))
}

/** Its values written out, so that the partial index serves. */
const waitsForPlace = and(eq(invitations.state, 'deferred'), eq(invitations.reason, 'account_full'))!.inlineParams()
