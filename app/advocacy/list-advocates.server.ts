import { and, desc, eq, gte, inArray, or } from 'drizzle-orm'
import { z } from 'zod'
import { consentsOf } from '#app/advocacy/list-consents.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { isId } from '#app/platform/id.ts'
import { fold } from '#app/platform/text.ts'
import { searchText } from '#app/platform/search-text.ts'
import { shownTo } from '#app/responses/kept-from.server.ts'
import { sightOf } from '#app/responses/names.ts'
import { advocateStates } from '#db/enums/advocacy.ts'
import { contains } from '#db/fragments.ts'
import { below } from '#db/keyset.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

/** A search looks through so many of the newest of a state. */
const searchedAtMost = 5_000

/** Unknown values count as absent: a link that was typed by hand still shows a list. */
export const advocateFilter = z.object({
  state: z.enum(advocateStates).catch('candidate').default('candidate'),
  q: searchText,
  score: z.coerce.number().int().min(0).max(10).optional().catch(undefined),
  account: z.string().refine(isId).optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
})

const page = 50

/** People who like us, by state, the latest nominated first. `next` continues the list. */
export async function listAdvocates(ctx: Ctx, input: z.input<typeof advocateFilter> = {}) {
  const filter = advocateFilter.parse(input)
  authorise(ctx, 'advocates.read')
  const from = readCursor(filter.after, 'number')
  const q = filter.q ? fold(filter.q) : ''
  const db = read(ctx)
  const newest = () =>
    db
      .select({ id: advocates.contactId })
      .from(advocates)
      .where(eq(advocates.state, filter.state))
      .orderBy(desc(advocates.nominatedAt))
      .limit(searchedAtMost)
  const rows = await db
    .select({
      contactId: advocates.contactId,
      state: advocates.state,
      nominatedAt: advocates.nominatedAt,
      updatedAt: advocates.updatedAt,
      person: contacts.name,
      title: contacts.title,
      accountId: contacts.accountId,
      account: accounts.name,
      tier: accounts.tier,
      responseId: advocates.responseId,
      score: responses.score,
      class: responses.class,
      comment: responses.comment,
      language: responses.language,
      answeredAt: responses.answeredAt,
      metric: programs.metric,
    })
    .from(advocates)
    .innerJoin(contacts, eq(contacts.id, advocates.contactId))
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .leftJoin(responses, and(eq(responses.id, advocates.responseId), shownTo(ctx)))
    .leftJoin(programs, eq(programs.id, responses.programId))
    .where(
      and(
        eq(advocates.state, filter.state),
        eq(contacts.state, 'active'),
        filter.account ? eq(contacts.accountId, filter.account) : undefined,
        filter.score === undefined ? undefined : gte(responses.score, filter.score),
        q
          ? and(
              inArray(advocates.contactId, newest()),
              or(contains(contacts.searchKey, q), contains(accounts.nameKey, q)),
            )
          : undefined,
        from ? below(advocates.nominatedAt, advocates.contactId, from) : undefined,
      ),
    )
    .orderBy(desc(advocates.nominatedAt), desc(advocates.contactId))
    .limit(page + 1)
  const last = rows.length > page ? rows[page - 1]! : null
  const agreed = await consentsOf(ctx, rows.map((row) => row.contactId)) // prettier-ignore
  return {
    advocates: rows.slice(0, page).map(({ class: of, ...row }) => {
      // Somebody who turned unhappy stands here by name: what they said then is not for everybody.
      const known = of !== null && sightOf(ctx.actor, of).names
      return {
        ...row,
        consents: agreed.get(row.contactId) ?? [],
        class: known ? of : null,
        score: known ? row.score : null,
        comment: known ? row.comment : null,
      }
    }),
    next: last ? writeCursor(last.nominatedAt, last.contactId) : null,
  }
}

export type ListedAdvocate = Awaited<ReturnType<typeof listAdvocates>>['advocates'][number]
