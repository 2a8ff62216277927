import { and, eq, sql } from 'drizzle-orm'
import { aboutQuote } from '#app/advocacy/quotes/step-quote.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { eraseFile } from '#app/platform/files.server.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'

/** Whose quotes end: a person's, or those made of one answer. */
export type Ending = { contactId: string } | { responseId: string }

/** What a person agreed to or said is taken back: their quotes are withdrawn, and out of the public at once. */
export async function endQuotes(ctx: TxCtx, of: Ending, why: 'consent' | 'answer' | 'erased'): Promise<void> {
  const theirs = 'contactId' in of ? eq(quotes.contactId, of.contactId) : eq(quotes.responseId, of.responseId)
  const at = ctx.now()
  const ended = await ctx.tx
    .update(quotes)
    .set({
      state: 'withdrawn',
      withdrawnAt: at,
      publishedAt: null,
      updatedAt: at,
      lockVersion: sql`${quotes.lockVersion} + 1`,
    })
    .where(and(theirs, sql`${quotes.state} <> 'withdrawn'`))
    .returning({ id: quotes.id, contactId: quotes.contactId, accountId: quotes.accountId })
  for (const row of ended) {
    const about = aboutQuote(row)
    await recordEvent(ctx, { type: 'advocacy.quote_withdrawn', ...about, data: { ...about.data, why } })
  }
}

/** Nothing that an erased person said, nor who they were, stays in a quote: there is none any more. */
export async function eraseQuotes(ctx: TxCtx, contactId: string): Promise<void> {
  await endQuotes(ctx, { contactId }, 'erased')
  const gone = await ctx.tx.delete(quotes).where(eq(quotes.contactId, contactId)).returning({ logo: quotes.logoFileId })
  for (const { logo } of gone) if (logo) await eraseFile(ctx.tx, logo)
}
