import { and, eq, inArray, sql } from 'drizzle-orm'
import { aboutQuote } from '#app/advocacy/quotes/step-quote.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { eraseFile } from '#app/platform/files.server.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'

/** Whose quotes end: a person's, those made of one answer, or some. */
export type Ending = { contactId: string } | { responseId: string } | { ids: string[] }

/** What a person agreed to or said is taken back: their quotes are withdrawn, and out of the public at once. */
export async function endQuotes(
  ctx: TxCtx,
  of: Ending,
  why: 'consent' | 'answer' | 'erased' | 'company',
): Promise<void> {
  const theirs =
    'ids' in of
      ? inArray(quotes.id, of.ids)
      : 'contactId' in of
        ? eq(quotes.contactId, of.contactId)
        : eq(quotes.responseId, of.responseId)
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

/**
 * A company doesn't agree any more that its people are quoted: those that would name it are withdrawn. Words that stand there
 * without the company are the person's own.
 */
export async function endCompanyQuotes(ctx: TxCtx, accountId: string): Promise<void> {
  const rows = await ctx.tx
    .select({ id: quotes.id, attribution: quotes.attribution })
    .from(quotes)
    .where(and(eq(quotes.accountId, accountId), inArray(quotes.state, ['sent', 'approved', 'published'])))
  const ids = rows.filter(({ attribution }) => attribution.company).map(({ id }) => id)
  if (ids.length) await endQuotes(ctx, { ids }, 'company')
}

/** Nothing that an erased person said, nor who they were, stays in a quote: there is none any more. */
export async function eraseQuotes(ctx: TxCtx, contactId: string): Promise<void> {
  await endQuotes(ctx, { contactId }, 'erased')
  const gone = await ctx.tx.delete(quotes).where(eq(quotes.contactId, contactId)).returning({ logo: quotes.logoFileId })
  for (const { logo } of gone) if (logo) await eraseFile(ctx.tx, logo)
}
