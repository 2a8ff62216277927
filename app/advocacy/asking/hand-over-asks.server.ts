import { and, eq, inArray } from 'drizzle-orm'
import { pendingStates } from '#app/advocacy/asking/ask.ts'
import { cancel } from '#app/advocacy/asking/stop-ask.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { repoint, type Repointing } from '#db/repoint.ts'
import { advocacyTasks } from '#db/schema/advocacy-tasks.ts'
import { asks, askStandings } from '#db/schema/advocacy-asks.ts'

/** What an account was asked for counts in the budget of the other. */
export async function handOverAccountAsks({ tx }: TxCtx, pair: Repointing, most: number): Promise<number> {
  return (await repoint(tx, asks, 'accountId', pair, most)).length
}

/** Two people who are one are asked for one thing at a time: what waits with both goes on with the one who stays. */
export async function handOverContactAsks(ctx: TxCtx, pair: Repointing, most: number): Promise<number> {
  const { tx } = ctx
  const [mine, theirs] = [await pendingOf(ctx, pair.from), await pendingOf(ctx, pair.into)]
  if (mine && theirs) await cancel(ctx, mine, 'asked_now')
  await tx.delete(askStandings).where(eq(askStandings.contactId, pair.from))
  return (await repoint(tx, asks, 'contactId', pair, most)).length
}

async function pendingOf({ tx }: TxCtx, contactId: string) {
  const [row] = await tx.select().from(asks).where(and(eq(asks.contactId, contactId), inArray(asks.state, pendingStates))) // prettier-ignore
  return row
}

/** Somebody who is erased is asked for nothing any more, and nothing is left of what they were asked. */
export async function eraseAsks(ctx: TxCtx, contactId: string): Promise<void> {
  await ctx.tx.delete(askStandings).where(eq(askStandings.contactId, contactId))
  const theirs = ctx.tx.select({ id: asks.id }).from(asks).where(eq(asks.contactId, contactId))
  await ctx.tx.delete(advocacyTasks).where(inArray(advocacyTasks.id, theirs))
  await ctx.tx.delete(asks).where(eq(asks.contactId, contactId))
}
