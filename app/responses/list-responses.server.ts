import { and, desc, eq, gte, inArray, isNotNull, lte, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { dayOfIso } from '#app/platform/calendar.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { isId } from '#app/platform/id.ts'
import { searchText } from '#app/platform/search-text.ts'
import { newestAbout, withoutTopic } from '#app/responses/about-topic.server.ts'
import { termsOf } from '#app/responses/grams.ts'
import { listed } from '#app/responses/listed.server.ts'
import { searchResponses, type Found } from '#app/responses/search-responses.server.ts'
import { knownClasses, sightOf } from '#app/responses/names.ts'
import { listResponseTopics } from '#app/responses/topics/list-response-topics.server.ts'
import { classes, metrics } from '#db/enums/statistics.ts'
import { below } from '#db/keyset.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { responseTopics, responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

const id = z.string().refine(isId).optional().catch(undefined)

const day = z
  .string()
  .transform((iso) => dayOfIso(iso))
  .pipe(z.number())
  .optional()
  .catch(undefined)

/** Unknown values count as absent: a link that was typed by hand still shows a list. */
export const responseFilter = z.object({
  class: z.enum(classes).optional().catch(undefined),
  program: id,
  metric: z.enum(metrics).optional().catch(undefined),
  comment: z.enum(['1']).optional().catch(undefined),
  state: z.enum(['counted', 'unconfirmed', 'withdrawn', 'test']).optional().catch(undefined),
  /** `YYYY-MM-DD`, both included. */
  from: day,
  to: day,
  account: id,
  contact: id,
  /** A topic's id, or `none`: comments that no topic fits. */
  topic: id,
  q: searchText,
  after: z.string().max(400).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(200).catch(50).default(50),
})
export type ResponseFilter = z.output<typeof responseFilter>

/**
 * Answers, the newest day first, without the names that this actor may not see. `next` continues the list. With `q`
 * those whose comment has all of its words; `lookedTo` is the day up to which such a page has looked when it isn't full.
 */
export async function listResponses(ctx: Ctx, input: z.input<typeof responseFilter> = {}) {
  const filter = responseFilter.parse(input)
  authorise(ctx, 'responses.read')
  const terms = filter.q ? termsOf(filter.q) : []
  const where = conditions(ctx, filter)
  const { rows, next, lookedTo } = terms.length
    ? await searchResponses(ctx, terms, filter, where)
    : await newestFirst(ctx, filter, where)
  const topicsOf = await listResponseTopics(ctx, rows.map((row) => row.id)) // prettier-ignore
  return {
    responses: rows.map((row) => ({ ...withoutNames(ctx, row), topics: topicsOf.get(row.id) ?? [] })),
    next,
    lookedTo,
  }
}

async function newestFirst(ctx: Ctx, filter: ResponseFilter, where: (SQL | undefined)[]): Promise<Found> {
  const from = readCursor(filter.after, 'number')
  const db = read(ctx)
  const about = filter.topic === 'none' ? undefined : filter.topic
  const within =
    about === undefined
      ? where
      : [
          inArray(
            responses.id,
            newestAbout(db, about, [...where, beyond(responseTopics.day, responseTopics.responseId, from)]).limit(
              filter.limit + 1,
            ),
          ),
        ]
  const rows = await db
    .select(listed)
    .from(responses)
    .innerJoin(programs, eq(programs.id, responses.programId))
    .leftJoin(contacts, eq(contacts.id, responses.contactId))
    .leftJoin(accounts, eq(accounts.id, responses.accountId))
    .where(and(...within, beyond(responses.day, responses.id, from)))
    .orderBy(desc(responses.day), desc(responses.id))
    .limit(filter.limit + 1)
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return {
    rows: page,
    next: rows.length > filter.limit && last ? writeCursor(last.day, last.id) : null,
    lookedTo: null,
  }
}

export type ListedResponse = Awaited<ReturnType<typeof listResponses>>['responses'][number]

const beyond = (day: SQLWrapper, id: SQLWrapper, from: { key: number; id: string } | null) =>
  from ? below(day, id, from) : undefined

type Authored = Pick<typeof responses.$inferSelect, 'class' | 'contactId' | 'accountId'> & {
  person: string | null
  account: string | null
}

/** The row without what this actor may not know of its author. */
export function withoutNames<Row extends Authored>(ctx: Ctx, row: Row): Row & { hidden: boolean } {
  const sight = sightOf(ctx.actor, row.class)
  return {
    ...row,
    contactId: sight.ids ? row.contactId : null,
    accountId: sight.ids ? row.accountId : null,
    person: (sight.names && row.person) || null,
    account: sight.names ? row.account : null,
    hidden: !sight.names,
  }
}

function conditions(ctx: Ctx, filter: ResponseFilter): (SQL | undefined)[] {
  const aboutSomebody = filter.account !== undefined || filter.contact !== undefined
  return [
    filter.class ? eq(responses.class, filter.class) : undefined,
    filter.program ? eq(responses.programId, filter.program) : undefined,
    filter.metric ? eq(programs.metric, filter.metric) : undefined,
    filter.comment ? isNotNull(responses.comment) : undefined,
    filter.state === 'test' ? eq(responses.isTest, true) : undefined,
    filter.state && filter.state !== 'test'
      ? and(eq(responses.state, filter.state), eq(responses.isTest, false))
      : undefined,
    filter.from === undefined ? undefined : gte(responses.day, filter.from),
    filter.to === undefined ? undefined : lte(responses.day, filter.to),
    filter.account ? eq(responses.accountId, filter.account) : undefined,
    filter.contact ? eq(responses.contactId, filter.contact) : undefined,
    ...(filter.topic === 'none' ? [isNotNull(responses.taggedAt), withoutTopic(read(ctx))] : []),
    // Who may not know the author must not find out by asking for them.
    aboutSomebody ? among(knownClasses(ctx.actor)) : undefined,
  ]
}

const among = (known: (typeof classes)[number][]) => (known.length ? inArray(responses.class, known) : sql`1 = 0`)
