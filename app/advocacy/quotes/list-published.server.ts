import { and, desc, sql } from 'drizzle-orm'
import { consentGiven } from '#app/advocacy/quotes/given-consent.server.ts'
import { companyAgrees } from '#app/advocacy/quotes/logo.server.ts'
import { shownByline } from '#app/advocacy/quotes/quote.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import type { Byline } from '#db/enums/advocacy-quotes.ts'
import { below } from '#db/keyset.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'

/** A quote as everybody may read it: of the person only what they allowed. */
export interface PublicQuote {
  id: string
  text: string
  language: string
  byline: Byline
  /** Address of the company's logo; null for none. */
  logo: string | null
  rewarded: boolean
}

/** Where a logo of a published quote is read. */
export const logoPath = (fileId: string) => `/proof/logo/${fileId}`

export const nobody: Byline = { name: null, title: null, company: null }

/**
 * What stands in public, in the order of the staff. Open to everybody, so it asks once more whether each person still
 * consents. `next` continues the list.
 */
export async function listPublished(ctx: Ctx, { after, limit }: { after?: string | null; limit: number }) {
  const from = readCursor(after, 'number')
  const rows = await read(ctx)
    .select({ quote: quotes, agrees: companyAgrees(ctx.now()) })
    .from(quotes)
    .where(
      and(
        sql`${quotes.state} = 'published'`,
        consentGiven(ctx.now()),
        from ? below(quotes.position, quotes.id, from) : undefined,
      ),
    )
    .orderBy(desc(quotes.position), desc(quotes.id))
    .limit(limit + 1)
  const last = rows.length > limit ? rows[limit - 1]!.quote : null
  return {
    quotes: rows
      .slice(0, limit)
      .map(({ quote: { id, text, language, byline, attribution, rewarded, logoFileId }, agrees }): PublicQuote => ({
        id,
        text,
        language,
        byline: shownByline(byline ?? nobody, attribution),
        logo: logoFileId && agrees && attribution.logo ? logoPath(logoFileId) : null,
        rewarded,
      })),
    next: last ? writeCursor(last.position, last.id) : null,
  }
}
