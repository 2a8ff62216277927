import { and, count, desc, eq, sql, type SQL } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { asItIs, facetConditions, scopeConditions, within, type Narrow } from '#app/responses/conditions.server.ts'
import { readFilter } from '#app/responses/read-filter.server.ts'
import { wayOf } from '#app/responses/reach.server.ts'
import type { ResponseFilter, ResponseQuery } from '#app/responses/response-filter.ts'
import { responses, responseTopics } from '#db/schema/responses.ts'

/** Answers that one count looks through: fewer where each of them is looked up. */
const mostOf = { all: 5_000, program: 3_000, topic: 3_000, customer: 3_000 }

export interface Total {
  n: number
  /** There may be more: the count stopped. */
  more: boolean
}

/**
 * How many answers fit a filter, looked for among so many of the newest that its index finds; null with words to search
 * for, whose number nobody knows before all are found.
 */
export async function countResponses(ctx: Ctx, input: ResponseQuery, narrow: Narrow = asItIs): Promise<Total | null> {
  const filter = await readFilter(ctx, input)
  authorise(ctx, 'responses.read')
  if (filter.q) return null
  const most = mostOf[wayOf(filter)]
  const seen = newestSeen(ctx, filter, narrow, most)
  const [row] = await read(ctx)
    .select({ n: count(seen.fits), looked: count() })
    .from(seen)
  return { n: row!.n, more: row!.looked === most }
}

/**
 * The same of a filter that names no days, in one look: how many there are at all, and in spans of so many days up to
 * today. Days that the filter names are left aside.
 */
export async function countSince(
  ctx: Ctx,
  input: ResponseQuery,
  { today, spans }: { today: number; spans: readonly number[] },
  narrow: Narrow = asItIs,
): Promise<{ total: Total; spans: (Total & { days: number })[] } | null> {
  const filter = { ...(await readFilter(ctx, input)), from: undefined, to: undefined, latest: undefined }
  authorise(ctx, 'responses.read')
  if (filter.q) return null
  const most = mostOf[wayOf(filter)]
  const seen = newestSeen(ctx, filter, narrow, most)
  const rows = await read(ctx)
    .select({ day: seen.day, n: count(seen.fits), looked: count() })
    .from(seen)
    .groupBy(sql`${seen.day}`)
  const more = rows.reduce((sum, row) => sum + row.looked, 0) === most
  const oldest = more ? Math.min(...rows.map((row) => row.day)) : -Infinity
  const since = (first: number) => rows.reduce((sum, row) => sum + (row.day >= first ? row.n : 0), 0)
  return {
    total: { n: since(-Infinity), more },
    spans: spans.map((days) => {
      const first = today - days + 1
      return { days, n: since(first), more: first <= oldest }
    }),
  }
}

/** The newest answers that the filter's index finds, and of each whether it fits the rest. */
function newestSeen(ctx: Ctx, filter: ResponseFilter, narrow: Narrow, most: number) {
  const db = read(ctx)
  const where = and(...facetConditions(filter), ...scopeConditions(ctx, filter, narrow))
  const way = wayOf(filter)
  const fits = sql<number>`case when ${where ?? sql`1 = 1`} then 1 end`.as('fits')
  const { day, responseId: id, topicId, present } = responseTopics
  if (way === 'topic')
    return db
      .select({ fits, day: sql<number>`${day}`.as('seen_day') })
      .from(responseTopics)
      .innerJoin(responses, eq(responses.id, id))
      .where(and(eq(topicId, filter.topic!), eq(present, true), within(filter, day, id)))
      .orderBy(desc(day), desc(id))
      .limit(most)
      .as('seen')
  return db
    .select({ fits, day: sql<number>`${responses.day}`.as('seen_day') })
    .from(responses)
    .where(and(...narrowest(filter, way)))
    .orderBy(desc(responses.day), desc(responses.id))
    .limit(most)
    .as('seen')
}

/** What an index finds at once. */
function narrowest(filter: ResponseFilter, way: ReturnType<typeof wayOf>): (SQL | undefined)[] {
  return [
    within(filter, responses.day, responses.id),
    way === 'customer' && filter.account ? eq(responses.accountId, filter.account) : undefined,
    way === 'customer' && filter.contact ? eq(responses.contactId, filter.contact) : undefined,
    way === 'program' ? eq(responses.programId, filter.program!) : undefined,
  ]
}
