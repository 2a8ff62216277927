import { and, eq, exists, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { TxCtx } from '#app/audit/context.server.ts'
import { repoint, type Repointing } from '#db/repoint.ts'
import { asks, askStandings } from '#db/schema/advocacy-asks.ts'

const pending = ['reserved', 'queued', 'sent'] as const

/** What an account was asked for counts in the budget of the other. */
export async function handOverAccountAsks({ tx }: TxCtx, pair: Repointing, most: number): Promise<number> {
  return (await repoint(tx, asks, 'accountId', pair, most)).length
}

/** Two people who are one are asked for one thing at a time: what waits with both goes on with the one who stays. */
export async function handOverContactAsks(ctx: TxCtx, pair: Repointing, most: number): Promise<number> {
  const { tx } = ctx
  const theirs = alias(asks, 'theirs')
  await tx
    .update(asks)
    .set({ state: 'cancelled', cancelReason: 'asked_now', endedAt: ctx.now() })
    .where(
      and(
        eq(asks.contactId, pair.from),
        inArray(asks.state, [...pending]),
        exists(
          tx
            .select({ one: sql`1` })
            .from(theirs)
            .where(and(eq(theirs.contactId, pair.into), inArray(theirs.state, [...pending]))),
        ),
      ),
    )
  await tx.delete(askStandings).where(eq(askStandings.contactId, pair.from))
  return (await repoint(tx, asks, 'contactId', pair, most)).length
}

/** Somebody who is erased is asked for nothing any more, and nothing is left of what they were asked. */
export async function eraseAsks(ctx: TxCtx, contactId: string): Promise<void> {
  await ctx.tx.delete(askStandings).where(eq(askStandings.contactId, contactId))
  await ctx.tx.delete(asks).where(eq(asks.contactId, contactId))
}
