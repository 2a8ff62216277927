import { and, desc, type SQL } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { newestAbout } from '#app/responses/about-topic.server.ts'
import { asItIs, facetConditions, scopeConditions, within, type Narrow } from '#app/responses/conditions.server.ts'
import { listAnswers } from '#app/responses/list-answers.server.ts'
import { shownTo } from '#app/responses/kept-from.server.ts'
import { termsOf } from '#app/responses/grams.ts'
import { rowsOf } from '#app/responses/listed.server.ts'
import { readFilter } from '#app/responses/read-filter.server.ts'
import { reachOf, wayOf } from '#app/responses/reach.server.ts'
import type { ResponseFilter, ResponseQuery } from '#app/responses/response-filter.ts'
import { searchResponses, type Found } from '#app/responses/search-responses.server.ts'
import { sightOf } from '#app/responses/names.ts'
import { listResponseTopics } from '#app/responses/topics/list-response-topics.server.ts'
import type { Place } from '#db/keyset.ts'
import { responseTopics, responses } from '#db/schema/responses.ts'

/** Answers that one request looks through for those that fit, in steps: most pages are full after the first. */
const steps = { all: [1_000, 4_000, 15_000], program: [1_000, 4_000], topic: [1_000, 4_000], customer: [] as number[] }

/**
 * Answers, the newest day first, without the names that this actor may not see. `next` continues the list. With `q`
 * those whose comment has all of its words; `lookedTo` is the day up to which a page has looked when it isn't full.
 */
export async function listResponses(ctx: Ctx, input: ResponseQuery = {}, narrow: Narrow = asItIs) {
  const filter = await readFilter(ctx, input)
  authorise(ctx, 'responses.read')
  const terms = filter.q ? termsOf(filter.q) : []
  const where = [...facetConditions(filter), ...scopeConditions(ctx, filter, narrow)]
  const { rows, next, lookedTo } = terms.length
    ? await searchResponses(ctx, terms, filter, where)
    : await newestFirst(ctx, filter, where)
  const topicsOf = await listResponseTopics(ctx, rows.map((row) => row.id)) // prettier-ignore
  const answersOf = await listAnswers(ctx, rows)
  return {
    responses: rows.map((row) => ({
      ...withoutNames(ctx, row),
      topics: topicsOf.get(row.id) ?? [],
      answers: answersOf.get(row.id) ?? [],
    })),
    next,
    lookedTo,
  }
}

async function newestFirst(ctx: Ctx, filter: ResponseFilter, where: (SQL | undefined)[]): Promise<Found> {
  const found: Place[] = []
  const size = filter.limit + 1
  let from = readCursor(filter.after, 'number')
  let reach: Place | null = null
  for (const most of fitsAll(ctx, filter, where) ? [Infinity] : steps[wayOf(filter)]) {
    reach = most === Infinity ? null : await reachOf(ctx, filter, most, from)
    found.push(...(await placesWithin(ctx, filter, where, { from, reach, limit: size - found.length })))
    if (found.length === size || !reach) break
    from = reach
  }
  const page = found.slice(0, filter.limit)
  const last = found.length === size ? page.at(-1)! : reach
  return {
    rows: await rowsOf(ctx, page.map((row) => row.id)), // prettier-ignore
    next: last && writeCursor(last.key, last.id),
    lookedTo: found.length === size ? null : (reach?.key ?? null),
  }
}

/** Whether the index finds nothing but what fits (but for the few that are kept from somebody), so that a page is full as soon as it is read. */
const fitsAll = (ctx: Ctx, filter: ResponseFilter, where: (SQL | undefined)[]) =>
  wayOf(filter) === 'customer' || where.filter(Boolean).length === (filter.program ? 1 : 0) + (shownTo(ctx) ? 1 : 0)

/** Found by what the index holds; only those that are shown are read whole. */
function placesWithin(
  ctx: Ctx,
  filter: ResponseFilter,
  where: (SQL | undefined)[],
  { from, reach, limit }: { from: Place | null; reach: Place | null; limit: number },
): Promise<Place[]> {
  const db = read(ctx)
  const span = { ...filter, below: from, downTo: reach }
  const { day, id } = responses
  if (wayOf(filter) === 'topic') {
    const found = responseTopics
    return newestAbout(db, filter.topic!, [...where, within(span, found.day, found.responseId)]).limit(limit)
  }
  return db
    .select({ key: day, id })
    .from(responses)
    .where(and(...where, within(span, day, id)))
    .orderBy(desc(day), desc(id))
    .limit(limit)
}

export type ListedResponse = Awaited<ReturnType<typeof listResponses>>['responses'][number]

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
