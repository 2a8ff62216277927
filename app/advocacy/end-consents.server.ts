import { and, eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { consents } from '#db/schema/advocacy.ts'

/** What somebody agreed to on the thanks of an answer ends when they take the answer back. */
export async function endConsentsOfAnswer(ctx: TxCtx, responseId: string): Promise<void> {
  await ctx.tx
    .update(consents)
    .set({ state: 'withdrawn', endedAt: ctx.now() })
    .where(and(eq(consents.responseId, responseId), eq(consents.state, 'given')))
}
