import { and, eq } from 'drizzle-orm'
import { eraseAsks } from '#app/advocacy/asking/hand-over-asks.server.ts'
import { eraseSignatures } from '#app/advocacy/company/keep-company-consents.server.ts'
import { endQuotes, eraseQuotes } from '#app/advocacy/quotes/end-quotes.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { advocates, consents } from '#db/schema/advocacy.ts'

/** What somebody agreed to on the thanks of an answer ends when they take the answer back, and so does what was quoted of it. */
export async function endConsentsOfAnswer(ctx: TxCtx, responseId: string): Promise<void> {
  await endQuotes(ctx, { responseId }, 'answer')
  const ended = await ctx.tx
    .update(consents)
    .set({ state: 'withdrawn', endedAt: ctx.now() })
    .where(and(eq(consents.responseId, responseId), eq(consents.state, 'given')))
    .returning({ party: consents.party, kind: consents.askType })
  for (const { party, kind } of ended)
    if (kind === 'quote' && party.startsWith('con:'))
      await endQuotes(ctx, { contactId: party.slice('con:'.length) }, 'consent')
}

/** Somebody who is erased is nobody's advocate, and agrees to nothing any more. */
export async function eraseAdvocate(ctx: TxCtx, contactId: string): Promise<void> {
  await eraseAsks(ctx, contactId)
  await eraseQuotes(ctx, contactId)
  await eraseSignatures(ctx, contactId)
  await ctx.tx.delete(advocates).where(eq(advocates.contactId, contactId))
  const theirs = eq(consents.party, `con:${contactId}`)
  await ctx.tx
    .update(consents)
    .set({ state: 'withdrawn', endedAt: ctx.now() })
    .where(and(theirs, eq(consents.state, 'given')))
  await ctx.tx.update(consents).set({ responseId: null }).where(theirs)
}
