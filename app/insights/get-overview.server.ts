import { asc } from 'drizzle-orm'
import { z } from 'zod'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { answersByDay, everAnswered, repeatsUntil, sentWithin } from '#app/insights/count-answers.server.ts'
import { less, monthsOf, sumDays, windowsOf, type Overview, type Period } from '#app/insights/overview.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { Counts } from '#app/statistics/nps.ts'
import { totalOf } from '#app/statistics/nps.ts'
import { rateOf } from '#app/statistics/rates.ts'
import { scoreDifference, scoreOf } from '#app/statistics/score.ts'
import { askedPrograms } from '#app/surveys/recovery/asked-programs.server.ts'
import { metrics, type Metric } from '#db/enums/statistics.ts'
import { programs } from '#db/schema/surveys.ts'
import { statement } from '#db/statement.ts'

/** An unknown metric counts as none: a link that was typed by hand still shows something. */
const overviewSchema = z.object({
  metric: z.enum(metrics).optional().catch(undefined),
  programId: z.string().max(60).optional(),
})

const listPrograms = statement((db) =>
  db
    .select({ id: programs.id, name: programs.name, metric: programs.metric })
    .from(programs)
    .where(askedPrograms)
    .orderBy(asc(programs.createdAt), asc(programs.id)),
)

/**
 * Everything that Today says about the score: headline, period before, trend, distribution, response rate; from the
 * score table and what waits to be folded into it, so that its cost doesn't grow with the number of answers.
 * @throws NotFound when the program isn't there
 */
export async function getOverview(ctx: Ctx, input: { metric?: string; programId?: string } = {}): Promise<Overview> {
  const wanted = overviewSchema.parse(input)
  authorise(ctx, 'insights.read')
  const db = read(ctx)
  const known = await listPrograms(db)
  const program = wanted.programId ? known.find(({ id }) => id === wanted.programId) : undefined
  if (wanted.programId && !program) throw new NotFound()
  const metric = program?.metric ?? wanted.metric ?? defaultMetric(known)
  const choice = { metric, programId: program?.id ?? '' }

  const { zone } = await getOrganisation(ctx)
  const today = dayOf(ctx.now(), zone)
  const { current, previous, trendFrom } = windowsOf(today)
  const days = await answersByDay(db, choice, trendFrom)
  const period = async (window: { from: number; to: number }): Promise<Period> => {
    const counts = notBelowZero(less(sumDays(days, window.from, window.to), await repeatsUntil(db, choice, window.to)))
    return { counts, score: scoreOf(metric, counts) }
  }
  const headline = await period(current)
  const before = await period(previous)
  const { invited, failed, answered } = await sentWithin(db, choice, current)
  const reached = Math.max(0, invited - failed)
  return {
    metric,
    programId: program?.id ?? null,
    programs: known,
    window: current,
    headline,
    previous: before,
    difference: scoreDifference(metric, headline.counts, before.counts),
    trend: monthsOf(metric, days, today),
    rate: rateOf(Math.min(Math.max(answered, 0), reached), reached),
    sends: { invited: Math.max(0, invited), failed: Math.max(0, failed), answered: Math.max(0, answered) },
    answered: days.some((day) => totalOf(day) > 0) || (await everAnswered(db, choice)),
  }
}

const defaultMetric = (known: { metric: Metric }[]): Metric =>
  metrics.find((metric) => known.some((program) => program.metric === metric)) ?? 'nps'

/** Between an answer that is taken back and the fold that hears of it, a repeat may be one ahead. */
const notBelowZero = ({ low, mid, high }: Counts): Counts => ({
  low: Math.max(0, low),
  mid: Math.max(0, mid),
  high: Math.max(0, high),
})
