import { and, count, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { asItIs, facetConditions, scopeConditions, within, type Narrow } from '#app/responses/conditions.server.ts'
import { facets, failing, valueOf, type Facet, type Facts } from '#app/responses/facet.ts'
import { reachOf } from '#app/responses/reach.server.ts'
import { readFilter } from '#app/responses/read-filter.server.ts'
import type { ResponseFilter, ResponseQuery } from '#app/responses/response-filter.ts'
import { asOneValue } from '#db/fragments.ts'
import type { Place } from '#db/keyset.ts'
import { responses, responseTopics } from '#db/schema/responses.ts'

/** Answers that are counted by their facets: what a page costs doesn't grow with what there is. */
const most = 2_000

export type Counted = [value: string, n: number][]
export interface Facets {
  values: Record<Facet, Counted>
  topics: Counted
  /** There are older answers, which weren't counted. */
  more: boolean
}

/**
 * How many of the newest 2,000 answers each value of a facet has, the others standing: what the list would hold if it
 * were chosen. Null with words to search for.
 */
export async function countFacets(
  ctx: Ctx,
  input: ResponseQuery,
  { narrow = asItIs, cased }: { narrow?: Narrow; cased?: SQL } = {},
): Promise<Facets | null> {
  const filter = { ...(await readFilter(ctx, input)), ...(cased ? {} : { case: undefined }) }
  authorise(ctx, 'responses.read')
  if (filter.q) return null
  const scope = { ...filter, program: undefined, case: undefined }
  const reach = await reachOf(ctx, scope, most, null)
  const rows = await newest(ctx, scope, { narrow, reach, cased })
  const counts = Object.fromEntries(facets.map((facet) => [facet, new Map<string, number>()])) as Tally
  for (const row of rows) {
    const wrong = failing(row, filter)
    if (wrong.length > 1) continue
    for (const facet of wrong.length ? wrong : facets) {
      const value = valueOf(row, facet)
      counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1)
    }
  }
  const values = Object.fromEntries(facets.map((facet) => [facet, [...counts[facet]]])) as Facets['values']
  const byTopic = filter.topic ? await reachOf(ctx, { ...scope, topic: undefined }, most, null) : reach
  return { values, topics: await topicsAmong(ctx, filter, { narrow, reach: byTopic }), more: reach !== null }
}

type Tally = Record<Facet, Map<string, number>>

async function newest(
  ctx: Ctx,
  filter: ResponseFilter,
  { narrow, reach, cased }: { narrow: Narrow; reach: Place | null; cased: SQL | undefined },
): Promise<Facts[]> {
  const db = read(ctx)
  const seen = db
    .select({
      class: responses.class,
      programId: responses.programId,
      tier: responses.tier,
      region: responses.region,
      stage: responses.stage,
      ownerId: responses.ownerId,
      language: responses.language,
      commented: sql`${responses.comment} is not null`.as('commented'),
      cased: sql`${cased ?? sql`1 = 0`}`.as('cased'),
    })
    .from(responses)
    .where(
      and(
        within({ ...filter, downTo: reach }, responses.day, responses.id),
        ...scopeConditions(ctx, filter, narrow),
        aboutIt(ctx, filter, reach),
      ),
    )
    .limit(most)
    .as('seen')
  const columns = [seen.class, seen.programId, seen.tier, seen.region, seen.stage, seen.ownerId, seen.language, seen.commented, seen.cased] // prettier-ignore
  type Row = [string, string, string | null, string | null, string | null, string | null, string, unknown, unknown]
  const [row] = await db.select({ all: asOneValue<Row>(columns) }).from(seen)
  return (row?.all ?? []).map(([one, programId, tier, region, stage, ownerId, language, commented, cased]) => ({
    class: one,
    programId,
    tier,
    region,
    stage,
    ownerId,
    language,
    commented: Boolean(commented),
    cased: Boolean(cased),
  }))
}

const aboutIt = (ctx: Ctx, filter: ResponseFilter, reach: Place | null) =>
  filter.topic && filter.topic !== 'none'
    ? inArray(
        responses.id,
        read(ctx)
          .select({ id: responseTopics.responseId })
          .from(responseTopics)
          .where(
            and(
              eq(responseTopics.topicId, filter.topic),
              eq(responseTopics.present, true),
              within({ ...filter, downTo: reach }, responseTopics.day, responseTopics.responseId),
            ),
          ),
      )
    : undefined

/** Of the newest answers that fit everything but the topic. */
async function topicsAmong(
  ctx: Ctx,
  filter: ResponseFilter,
  { narrow, reach }: { narrow: Narrow; reach: Place | null },
): Promise<Counted> {
  const db = read(ctx)
  const scope = { ...filter, topic: undefined }
  const fitting = db
    .select({ id: responses.id })
    .from(responses)
    .where(
      and(
        ...facetConditions(filter),
        within({ ...filter, downTo: reach }, responses.day, responses.id),
        ...scopeConditions(ctx, scope, narrow),
      ),
    )
    .limit(most)
  const rows = await db
    .select({ topicId: responseTopics.topicId, n: count() })
    .from(responseTopics)
    .where(and(inArray(responseTopics.responseId, fitting), eq(responseTopics.present, true)))
    .groupBy(responseTopics.topicId)
  return rows.map((row) => [row.topicId, row.n])
}
