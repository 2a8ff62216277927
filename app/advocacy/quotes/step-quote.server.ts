import { and, eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { rowLock } from '#db/lock.ts'
import type { QuoteState } from '#db/enums/advocacy-quotes.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'

export type QuoteRow = typeof quotes.$inferSelect

const lockQuote = rowLock(quotes, quotes.id)

/**
 * The quote, held until the transaction ends.
 * @throws NotFound; Conflict `quote_changed` when it is no longer the version that was seen
 */
export async function holdQuote(ctx: TxCtx, id: string, seen?: number): Promise<QuoteRow> {
  await lockQuote(ctx.tx, id)
  const [row] = await ctx.tx.select().from(quotes).where(eq(quotes.id, id))
  if (!row) throw new NotFound()
  if (seen !== undefined && row.lockVersion !== seen) throw new Conflict('quote_changed')
  return row
}

/** Writes the next state of a quote that is held. @throws Conflict `quote_state` when its state refuses it */
export async function stepQuote(
  ctx: TxCtx,
  row: QuoteRow,
  to: QuoteState | null,
  set: Partial<typeof quotes.$inferInsert> = {},
): Promise<void> {
  if (to === null) throw new Conflict('quote_state')
  const [written] = await ctx.tx
    .update(quotes)
    .set({ ...set, state: to, lockVersion: row.lockVersion + 1, updatedAt: ctx.now() })
    .where(and(eq(quotes.id, row.id), eq(quotes.lockVersion, row.lockVersion)))
    .returning({ id: quotes.id })
  if (!written) throw new Conflict('quote_changed')
}

/** What every event of a quote is about; the quote's own id stands in its data. */
export const aboutQuote = ({ id, contactId, accountId }: Pick<QuoteRow, 'id' | 'contactId' | 'accountId'>) => ({
  subject: { kind: 'advocate', id: contactId },
  accountId,
  contactId,
  data: { quote: id },
})
