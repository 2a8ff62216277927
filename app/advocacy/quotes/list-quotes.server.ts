import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { keptFrom } from '#app/responses/kept-from.server.ts'
import { quoteStates } from '#db/enums/advocacy-quotes.ts'
import { below } from '#db/keyset.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'

/** Unknown values count as absent: a link that was typed by hand still shows a list. */
export const quoteFilter = z.object({
  state: z.enum(quoteStates).catch('draft').default('draft'),
  after: z.string().max(400).optional().catch(undefined),
})

const page = 50

/** Quotes in one state: what is published in its public order, all else by the latest change. `next` continues the list. */
export async function listQuotes(ctx: Ctx, input: z.input<typeof quoteFilter> = {}) {
  const { state, after } = quoteFilter.parse(input)
  authorise(ctx, 'advocates.read')
  const order = state === 'published' ? quotes.position : quotes.updatedAt
  const from = readCursor(after, 'number')
  const kept = keptFrom(ctx)
  const rows = await read(ctx)
    .select({
      id: quotes.id,
      state: quotes.state,
      text: quotes.text,
      language: quotes.language,
      rewarded: quotes.rewarded,
      fault: quotes.fault,
      lockVersion: quotes.lockVersion,
      position: quotes.position,
      updatedAt: quotes.updatedAt,
      contactId: quotes.contactId,
      person: contacts.name,
      accountId: quotes.accountId,
      account: accounts.name,
    })
    .from(quotes)
    .innerJoin(contacts, eq(contacts.id, quotes.contactId))
    .leftJoin(accounts, eq(accounts.id, quotes.accountId))
    .where(
      and(
        eq(quotes.state, state),
        kept ? or(isNull(quotes.responseId), sql`${quotes.responseId} not in ${kept}`) : undefined,
        from ? below(order, quotes.id, from) : undefined,
      ),
    )
    .orderBy(desc(order), desc(quotes.id))
    .limit(page + 1)
  const last = rows.length > page ? rows[page - 1]! : null
  const key = (row: typeof last & object) => (state === 'published' ? row.position : row.updatedAt)
  return { quotes: rows.slice(0, page), next: last ? writeCursor(key(last), last.id) : null }
}

export type ListedQuote = Awaited<ReturnType<typeof listQuotes>>['quotes'][number]
