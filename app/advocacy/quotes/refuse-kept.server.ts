import { and, eq } from 'drizzle-orm'
import type { QuoteRow } from '#app/advocacy/quotes/step-quote.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { shownTo } from '#app/responses/kept-from.server.ts'
import { responses } from '#db/schema/responses.ts'

/** @throws NotFound when the answer of a quote was kept from who reads */
export async function refuseKept(ctx: Ctx, { responseId }: Pick<QuoteRow, 'responseId'>): Promise<void> {
  const shown = shownTo(ctx)
  if (responseId === null || !shown) return
  const [seen] = await read(ctx)
    .select({ id: responses.id })
    .from(responses)
    .where(and(eq(responses.id, responseId), shown))
  if (!seen) throw new NotFound()
}
