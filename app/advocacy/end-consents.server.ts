import { and, eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { advocates, consents } from '#db/schema/advocacy.ts'

/** What somebody agreed to on the thanks of an answer ends when they take the answer back. */
export async function endConsentsOfAnswer(ctx: TxCtx, responseId: string): Promise<void> {
  await ctx.tx
    .update(consents)
    .set({ state: 'withdrawn', endedAt: ctx.now() })
    .where(and(eq(consents.responseId, responseId), eq(consents.state, 'given')))
}

/** Somebody who is erased is nobody's advocate, and agrees to nothing any more. */
export async function eraseAdvocate(ctx: TxCtx, contactId: string): Promise<void> {
  await ctx.tx.delete(advocates).where(eq(advocates.contactId, contactId))
  const theirs = eq(consents.party, `con:${contactId}`)
  await ctx.tx
    .update(consents)
    .set({ state: 'withdrawn', endedAt: ctx.now() })
    .where(and(theirs, eq(consents.state, 'given')))
  await ctx.tx.update(consents).set({ responseId: null }).where(theirs)
}
