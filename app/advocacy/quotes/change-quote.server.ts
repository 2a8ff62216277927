import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { givenConsent } from '#app/advocacy/quotes/given-consent.server.ts'
import { after, mayStep } from '#app/advocacy/quotes/quote.ts'
import { changeQuoteInput } from '#app/advocacy/quotes/quote-form.ts'
import { refuseKept } from '#app/advocacy/quotes/refuse-kept.server.ts'
import { sendQuote } from '#app/advocacy/quotes/send-quote.server.ts'
import { aboutQuote, holdQuote, stepQuote, type QuoteRow } from '#app/advocacy/quotes/step-quote.server.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { eraseFile } from '#app/platform/files.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { above, below } from '#db/keyset.ts'
import { nameLock } from '#db/lock.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'

/** Two who order the list at once would give one place twice. */
const oneOrder = nameLock('advocacy.quotes.order')

/**
 * A colleague sends, publishes, takes down, moves or removes a quote.
 * @throws NotFound, Conflict `quote_changed`, `quote_state` or `quote_block_…`
 */
export async function changeQuote(ctx: Ctx, input: z.input<typeof changeQuoteInput>): Promise<void> {
  const { id, lockVersion, verb } = changeQuoteInput.parse(input)
  authorise(ctx, 'advocates.edit')
  await write(ctx, async (ctx) => {
    await oneOrder(ctx.tx)
    const row = await holdQuote(ctx, id, lockVersion)
    await refuseKept(ctx, row)
    if (verb === 'send') await sendQuote(ctx, row)
    else if (verb === 'publish') await publish(ctx, row)
    else if (verb === 'unpublish') {
      await stepQuote(ctx, row, after(row.state, 'unpublish'), { publishedAt: null })
      await recordEvent(ctx, { type: 'advocacy.quote_unpublished', ...aboutQuote(row) })
    } else if (verb === 'remove') await remove(ctx, row)
    else await move(ctx, row, verb)
  })
}

async function publish(ctx: TxCtx, row: QuoteRow) {
  const to = after(row.state, 'publish')
  if (to && (await givenConsent(ctx, row.contactId)) === null) throw new Conflict('quote_block_no_consent')
  const [top] = await ctx.tx
    .select({ position: quotes.position })
    .from(quotes)
    .where(sql`${quotes.state} = 'published'`)
    .orderBy(desc(quotes.position))
    .limit(1)
  await stepQuote(ctx, row, to, { publishedAt: ctx.now(), position: (top?.position ?? 0) + 1 })
  await recordEvent(ctx, { type: 'advocacy.quote_published', ...aboutQuote(row) })
}

async function remove(ctx: TxCtx, row: QuoteRow) {
  if (!mayStep(row.state, 'remove')) throw new Conflict('quote_state')
  if (row.logoFileId) await eraseFile(ctx.tx, row.logoFileId)
  await ctx.tx.delete(quotes).where(eq(quotes.id, row.id))
  await recordEvent(ctx, { type: 'advocacy.quote_removed', ...aboutQuote(row) })
}

/** Changes places with its neighbour; the first stays first. */
async function move(ctx: TxCtx, row: QuoteRow, way: 'up' | 'down') {
  const to = after(row.state, 'move')
  if (to === null) throw new Conflict('quote_state')
  const here = { key: row.position, id: row.id }
  const up = way === 'up'
  const [other] = await ctx.tx
    .select()
    .from(quotes)
    .where(and(sql`${quotes.state} = 'published'`, (up ? above : below)(quotes.position, quotes.id, here)))
    .orderBy(...(up ? [asc(quotes.position), asc(quotes.id)] : [desc(quotes.position), desc(quotes.id)]))
    .limit(1)
  if (!other) return
  await stepQuote(ctx, row, to, { position: other.position })
  await stepQuote(ctx, other, after(other.state, 'move'), { position: row.position })
  await recordEvent(ctx, { type: 'advocacy.quote_moved', ...aboutQuote(row) })
}
