import { eq } from 'drizzle-orm'
import { changesBetween } from '#app/advocacy/quotes/changes.ts'
import { companyAgrees, inlineLogo } from '#app/advocacy/quotes/logo.server.ts'
import { refuseKept } from '#app/advocacy/quotes/refuse-kept.server.ts'
import type { QuoteRow } from '#app/advocacy/quotes/step-quote.server.ts'
import { shownByline } from '#app/advocacy/quotes/quote.ts'
import { hasRewardForWords } from '#app/advocacy/rewards/rewarded-quote.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'

/** One quote for the staff: with what was changed in it, and who would be named under it as of today until it is sent. */
export async function getQuote(ctx: Ctx, id: string) {
  authorise(ctx, 'advocates.read')
  const found = isId(id) ? await findQuote(ctx, id) : null
  if (!found) throw new NotFound()
  const { quote, person } = found
  await refuseKept(ctx, quote)
  const { name, title, company } = person
  const byline = quote.byline ?? { name, title, company }
  return {
    ...quote,
    person,
    companyAgrees: found.companyAgrees,
    logo: await inlineLogo(ctx, quote.logoFileId),
    byline,
    shown: shownByline(byline, quote.attribution),
    labelStays: await hasRewardForWords(ctx, quote.contactId),
    changes: changesBetween(quote.original, quote.text, quote.language),
  }
}
export type ShownQuote = Awaited<ReturnType<typeof getQuote>>

/** A quote and whose it is. The caller knows who may read it. */
export async function findQuote(ctx: Ctx, id: string) {
  const [row] = await read(ctx)
    .select({
      quote: quotes,
      /** Whether the company lets itself be quoted, so that its logo may stand there. */
      companyAgrees: companyAgrees(ctx.now()),
      person: {
        id: contacts.id,
        name: contacts.name,
        title: contacts.title,
        state: contacts.state,
        language: contacts.language,
        company: accounts.name,
      },
    })
    .from(quotes)
    .innerJoin(contacts, eq(contacts.id, quotes.contactId))
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(eq(quotes.id, id))
  return row ? { ...row, quote: row.quote satisfies QuoteRow } : null
}
