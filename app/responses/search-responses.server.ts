import { and, desc, eq, inArray, isNotNull, type SQL } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { fold } from '#app/platform/text.ts'
import { thoseAbout } from '#app/responses/about-topic.server.ts'
import { findPlaces } from '#app/responses/find-places.server.ts'
import { shownTo } from '#app/responses/kept-from.server.ts'
import { gramsOfTerm, hasTerms } from '#app/responses/grams.ts'
import { facetGram } from '#app/responses/index-texts.server.ts'
import { rowsOf } from '#app/responses/listed.server.ts'
import { dayOfPlace, firstPlace } from '#app/responses/place.ts'
import { within } from '#app/responses/conditions.server.ts'
import { failing } from '#app/responses/facet.ts'
import type { ResponseFilter } from '#app/responses/response-filter.ts'
import { responses, responseTexts } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

/** Answers that one request looks at before it shows what it has found so far; the rest is one press away. */
const mostLookedAt = 1_500
/** Rows of one query. */
const step = 200

type Listed = Awaited<ReturnType<typeof rowsOf>>[number]

export interface Found {
  rows: Listed[]
  next: string | null
  /** The day up to which this page has looked, when it stopped before it was full. */
  lookedTo: number | null
}

/** An answer in the order of its search, and where the next page goes on after it. */
interface Match {
  key: number
  id: string
  day: number
}

/** Some answers were looked at, down to `at`; these of them match. */
interface Step {
  looked: number
  matches: Match[]
  at: Match | null
}

/**
 * Answers whose comment has all of the terms, newest day first. `where` are the conditions of the filter; what the
 * index knows itself (class, program, metric, days) is read off there.
 */
export async function searchResponses(
  ctx: Ctx,
  terms: string[],
  filter: ResponseFilter,
  where: (SQL | undefined)[],
): Promise<Found> {
  const ofSomebody = filter.account !== undefined || filter.contact !== undefined
  const steps = ofSomebody ? ofOneCustomer(ctx, terms, filter, where) : byGrams(ctx, terms, filter, where)
  const matches: Match[] = []
  let lookedAt = 0
  let stopped: Match | null = null
  for await (const step of steps) {
    matches.push(...step.matches)
    lookedAt += step.looked
    if (matches.length > filter.limit) break
    if (lookedAt >= mostLookedAt && (stopped = step.at)) break
  }
  const page = matches.slice(0, filter.limit)
  const last = matches.length > filter.limit ? page.at(-1)! : stopped
  return {
    rows: await rowsOf(ctx, page.map((match) => match.id)), // prettier-ignore
    next: last && writeCursor(last.key, last.id),
    lookedTo: matches.length > filter.limit ? null : (stopped?.day ?? null),
  }
}

/** By the index: newest place first. */
async function* byGrams(
  ctx: Ctx,
  terms: string[],
  filter: ResponseFilter,
  where: (SQL | undefined)[],
): AsyncGenerator<Step> {
  const grams = new Set(terms.flatMap((term) => [...gramsOfTerm(term)]))
  if (filter.class) grams.add(facetGram('class', filter.class))
  if (filter.program) grams.add(facetGram('program', filter.program))
  else if (filter.metric) grams.add(facetGram('metric', filter.metric))
  const end = filter.to === undefined ? lastPlace : firstPlace(filter.to + 1)
  const reach = {
    below: Math.min(readCursor(filter.after, 'number')?.key ?? end, end),
    from: filter.from === undefined ? 0 : firstPlace(filter.from),
  }
  if (reach.below <= reach.from) return
  let size = filter.limit + 1
  for await (const places of findPlaces(read(ctx), [...grams], reach)) {
    for (let from = 0; from < places.length; from += size, size = step) {
      const some = places.slice(from, from + size)
      const lowest = some.at(-1)!
      const matches = await matchesAt(ctx, some, terms, filter, where)
      yield { looked: some.length, matches, at: { key: lowest, id: 'at', day: dayOfPlace(lowest) } }
    }
  }
}

/** Beyond every day that there will be. */
const lastPlace = firstPlace(200_000)

/**
 * The answers at these places that fit filter and words. The filter is checked here and not in the query, where an
 * engine would rather walk through all answers of a class than look up the few that are asked for.
 */
async function matchesAt(
  ctx: Ctx,
  places: number[],
  terms: string[],
  filter: ResponseFilter,
  where: (SQL | undefined)[],
): Promise<Match[]> {
  const rows = await read(ctx)
    .select({
      place: responseTexts.place,
      id: responses.id,
      day: responses.day,
      comment: responses.comment,
      class: responses.class,
      programId: responses.programId,
      state: responses.state,
      isTest: responses.isTest,
      tier: responses.tier,
      region: responses.region,
      stage: responses.stage,
      ownerId: responses.ownerId,
      language: responses.language,
    })
    .from(responseTexts)
    .innerJoin(responses, eq(responses.id, responseTexts.responseId))
    .where(and(inArray(responseTexts.place, places), shownTo(ctx)))
    .orderBy(desc(responseTexts.place))
  const undecided = filter.state === 'quarantined'
  const fitting = rows
    .filter(
      (row) =>
        failing({ ...row, commented: row.comment !== null }, filter).length === 0 &&
        (!filter.state || undecided || filter.state === (row.isTest ? 'test' : row.state)) &&
        row.comment !== null &&
        hasTerms(fold(row.comment), terms),
    )
    .map(({ place, id, day }) => ({ key: place, id, day }))
  return aboutTopic(ctx, await decided(ctx, fitting, filter, where), filter)
}

/** What only a query can tell: which of the few that have the words fit the rest of the filter. */
async function decided(ctx: Ctx, matches: Match[], filter: ResponseFilter, where: (SQL | undefined)[]) {
  const undecided = filter.state === 'quarantined' || undefined
  const asks = undecided ?? filter.numbers ?? filter.latest ?? filter.wave ?? filter.door ?? filter.case
  if (asks === undefined || matches.length === 0) return matches
  const ids = matches.map((match) => match.id)
  const rows = await read(ctx).select({ id: responses.id }).from(responses).where(and(inArray(responses.id, ids), ...where)) // prettier-ignore
  const fitting = new Set(rows.map((row) => row.id))
  return matches.filter((match) => fitting.has(match.id))
}

async function aboutTopic(ctx: Ctx, matches: Match[], { topic }: ResponseFilter): Promise<Match[]> {
  if (topic === undefined || matches.length === 0) return matches
  const about = await thoseAbout(ctx, matches.map((match) => match.id), topic) // prettier-ignore
  return matches.filter((match) => about.has(match.id))
}

/** One customer's answers are few and have an index of their own: read in the order of the list. */
async function* ofOneCustomer(
  ctx: Ctx,
  terms: string[],
  filter: ResponseFilter,
  where: (SQL | undefined)[],
): AsyncGenerator<Step> {
  let from = readCursor(filter.after, 'number')
  for (;;) {
    const rows = await read(ctx)
      .select({ id: responses.id, day: responses.day, comment: responses.comment })
      .from(responses)
      .innerJoin(programs, eq(programs.id, responses.programId))
      .where(
        and(...where, isNotNull(responses.comment), within({ ...filter, below: from }, responses.day, responses.id)),
      )
      .orderBy(desc(responses.day), desc(responses.id))
      .limit(step)
    const last = rows.at(-1)
    if (!last) return
    from = { key: last.day, id: last.id }
    const matches = rows
      .filter((row) => hasTerms(fold(row.comment!), terms))
      .map(({ id, day }) => ({ key: day, id, day }))
    yield { looked: rows.length, matches: await aboutTopic(ctx, matches, filter), at: { ...from, day: last.day } }
    if (rows.length < step) return
  }
}
