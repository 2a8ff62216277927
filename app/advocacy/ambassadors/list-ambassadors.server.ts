import { and, asc, desc, eq, gt, isNull, like, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { nextAnniversary } from '#app/advocacy/ambassadors/anniversary.ts'
import { deedsOf } from '#app/advocacy/ambassadors/deeds-of.server.ts'
import { whenAgain } from '#app/advocacy/ambassadors/when-again.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { searchText } from '#app/platform/search-text.ts'
import { fold } from '#app/platform/text.ts'
import { contains } from '#db/fragments.ts'
import { above, below } from '#db/keyset.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { consents } from '#db/schema/advocacy.ts'

/** Unknown values count as absent: a link that was typed by hand still shows a list. */
export const ambassadorFilter = z.object({
  q: searchText,
  sort: z.enum(['since', '-since', 'name', '-name']).catch('-since').default('-since'),
  after: z.string().max(400).optional().catch(undefined),
})

const page = 50

/**
 * Who agreed to be an ambassador and stands by it: by saying yes to an ask, or wherever else the agreement was noted. Taken
 * back or expired, they are none any more. With what each did, and when they may be asked again.
 */
export async function listAmbassadors(ctx: Ctx, input: z.input<typeof ambassadorFilter> = {}) {
  const { q, sort, after } = ambassadorFilter.parse(input)
  authorise(ctx, 'advocates.read')
  const byName = sort.endsWith('name')
  const falls = sort.startsWith('-')
  const [key, from] = byName
    ? [contacts.sortKey, readCursor(after, 'string')]
    : [consents.at, readCursor(after, 'number')]
  const order = falls ? desc : asc
  const past = from && (falls ? below : above)(key, contacts.id, from)
  const asked = q ? fold(q) : ''
  const rows = await read(ctx)
    .select({
      contactId: contacts.id,
      person: contacts.name,
      title: contacts.title,
      sortKey: contacts.sortKey,
      accountId: contacts.accountId,
      account: accounts.name,
      since: consents.at,
    })
    .from(consents)
    .innerJoin(contacts, eq(contacts.id, sql`substr(${consents.party}, 5)`))
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(
      and(
        isAmbassador(ctx.now()),
        eq(contacts.state, 'active'),
        asked ? or(contains(contacts.searchKey, asked), contains(accounts.nameKey, asked)) : undefined,
        past ?? undefined,
      ),
    )
    .orderBy(order(key), order(contacts.id))
    .limit(page + 1)
  const shown = rows.slice(0, page)
  const ids = shown.map((row) => row.contactId)
  const [deeds, again] = [await deedsOf(ctx, ids), await whenAgain(ctx, ids)]
  const { zone, baseCurrency } = await getOrganisation(ctx)
  const today = dayOf(ctx.now(), zone)
  const last = rows.length > page ? shown.at(-1)! : null
  return {
    ambassadors: shown.map(({ sortKey: _, ...row }) => ({
      ...row,
      ...deeds.get(row.contactId)!,
      again: again.get(row.contactId)!,
      anniversary: nextAnniversary(dayOf(row.since, zone), today),
    })),
    baseCurrency,
    next: last ? writeCursor(byName ? last.sortKey : last.since, last.contactId) : null,
  }
}

export type ListedAmbassador = Awaited<ReturnType<typeof listAmbassadors>>['ambassadors'][number]

/** A consent by which a person is an ambassador now. */
const isAmbassador = (now: number) =>
  and(
    eq(consents.askType, 'ambassador'),
    eq(consents.state, 'given'),
    like(consents.party, 'con:%'),
    or(isNull(consents.expiresAt), gt(consents.expiresAt, now)),
  )
