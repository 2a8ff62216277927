import { getOrganisation } from '#app/access/get-organisation.server.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { casesOfResponses, havingCase } from '#app/cases/cases-of-responses.server.ts'
import { countByScores } from '#app/insights/count-by-scores.server.ts'
import { narrowed } from '#app/insights/narrow-responses.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { countFacets } from '#app/responses/count-facets.server.ts'
import { countResponses, countSince } from '#app/responses/count-responses.server.ts'
import { listResponses } from '#app/responses/list-responses.server.ts'
import { readFilter } from '#app/responses/read-filter.server.ts'
import type { ResponseQuery } from '#app/responses/response-filter.ts'

/** Spans of days that one asks for most. */
export const periodDays = [7, 30, 90, 365]

/** One page of answers with how many there are, what else one could ask for, and the case of each. */
export async function browseResponses(ctx: Ctx, query: ResponseQuery) {
  const list = await listResponses(ctx, query, narrowed)
  const filter = await readFilter(ctx, query)
  const { zone } = await getOrganisation(ctx)
  const today = dayOf(ctx.now(), zone)
  const exact = await countByScores(ctx, filter)
  const counted = await countSince(ctx, query, { today, spans: periodDays }, narrowed)
  const dated = filter.from !== undefined || filter.to !== undefined || filter.latest !== undefined
  return {
    ...list,
    total:
      exact !== null
        ? { n: exact, more: false }
        : dated
          ? await countResponses(ctx, query, narrowed)
          : (counted?.total ?? null),
    facets: await countFacets(ctx, query, { narrow: narrowed, cased: havingCase(ctx, '1') }),
    periods: counted?.spans ?? [],
    today,
    cases: await casesOfResponses(ctx, list.responses.map((row) => row.id)), // prettier-ignore
  }
}
