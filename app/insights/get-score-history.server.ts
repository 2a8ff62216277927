import { and, desc, eq } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { addMonths, monthStart } from '#app/platform/day.ts'
import { shownTo } from '#app/responses/kept-from.server.ts'
import { sightOf } from '#app/responses/names.ts'
import { scoreOf } from '#app/statistics/score.ts'
import { metrics, type Class } from '#db/enums/statistics.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

/** Answers that are looked at, and quarters that are drawn. */
const most = 1_000
const quarters = 9

/**
 * Quarter by quarter what an account or a person answered, of the metric that they answered last; null before two
 * quarters with answers, and for who may not know all of their authors: of one person a score says who gave it.
 */
export async function getScoreHistory(ctx: Ctx, of: { accountId: string } | { contactId: string }) {
  authorise(ctx, 'responses.read')
  if ((['low', 'mid', 'high'] as Class[]).some((one) => !sightOf(ctx.actor, one).names)) return null
  const rows = await read(ctx)
    .select({ day: responses.day, class: responses.class, metric: programs.metric })
    .from(responses)
    .innerJoin(programs, eq(programs.id, responses.programId))
    .where(
      and(
        'accountId' in of ? eq(responses.accountId, of.accountId) : eq(responses.contactId, of.contactId),
        eq(responses.counts, true),
        shownTo(ctx),
      ),
    )
    .orderBy(desc(responses.day), desc(responses.id))
    .limit(most)
  const metric = metrics.find((one) => one === 'nps' && rows.some((row) => row.metric === one)) ?? rows[0]?.metric
  if (!metric) return null
  const mine = rows.filter((row) => row.metric === metric)
  const last = quarterOf(mine[0]!.day)
  const points = Array.from({ length: quarters }, (_, i) => {
    const from = addMonths(last, (i - quarters + 1) * 3)
    const counts = { low: 0, mid: 0, high: 0 }
    for (const row of mine) if (quarterOf(row.day) === from) counts[row.class]++
    return { from, to: addMonths(from, 3) - 1, score: scoreOf(metric, counts) }
  })
  const first = points.findIndex((point) => point.score !== null)
  return points.filter((point) => point.score !== null).length < 2 ? null : { metric, points: points.slice(first) }
}

/** The first day of a day's quarter of the year. */
function quarterOf(day: number): number {
  const month = monthStart(day)
  return addMonths(month, -(new Date(month * 86_400_000).getUTCMonth() % 3))
}
