import { asc, eq } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { answersByDay, sentWithin } from '#app/insights/count-answers.server.ts'
import { countLoop } from '#app/insights/monthly/count-cases.server.ts'
import { answersByProgram, sentByProgram } from '#app/insights/monthly/count-programs.server.ts'
import { getMonthlySettings, listTargets } from '#app/insights/monthly/get-monthly-settings.server.ts'
import { listLoud } from '#app/insights/monthly/list-loud.server.ts'
import { listMoved } from '#app/insights/monthly/list-moved.server.ts'
import { standingOf } from '#app/insights/monthly/monthly.ts'
import { monthsOf, trendMonths, windowsOf } from '#app/insights/overview.ts'
import { recoveryOf } from '#app/insights/recovery-of.server.ts'
import { dayOf, startOfDay } from '#app/platform/calendar.ts'
import { addMonths, monthStart } from '#app/platform/day.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { Locale } from '#app/platform/words.ts'
import { rateOf } from '#app/statistics/rates.ts'
import { scoreDifference, scoreOf } from '#app/statistics/score.ts'
import { askedPrograms } from '#app/surveys/recovery/asked-programs.server.ts'
import { countVoices } from '#app/voices/count-voices.server.ts'
import { metrics, type Metric } from '#db/enums/statistics.ts'
import { monthlyIssues } from '#db/schema/insights.ts'
import { programs } from '#db/schema/surveys.ts'

interface Asked {
  /** First day of the month; the last whole month when left out. */
  month?: number
  /** Whose language the quotes prefer. */
  language: Locale
}

/**
 * The page of one month. Nothing of it is kept: it is worked out when it is opened, so it always equals the other
 * screens, and says as of when. What the mails of that month said stands beside it where it has changed since.
 * @throws NotFound for a month that hasn't begun
 */
export async function getMonthly(ctx: Ctx, { month: asked, language }: Asked) {
  authorise(ctx, 'insights.read')
  const db = read(ctx)
  const { zone, name, baseCurrency } = await getOrganisation(ctx)
  const at = ctx.now()
  const thisMonth = monthStart(dayOf(at, zone))
  const month = asked ?? addMonths(thisMonth, -1)
  if (month > thisMonth || month < 0) throw new NotFound()
  const window = { from: month, to: addMonths(month, 1) - 1 }
  const span = { from: startOfDay(window.from, zone), to: startOfDay(window.to + 1, zone) }
  const settings = await getMonthlySettings(ctx)
  const scores = await monthlyScores(ctx, month)
  const [issue] = await db.select().from(monthlyIssues).where(eq(monthlyIssues.month, month))
  const said = issue && scores.main && issue.figures.metric === scores.main.metric ? issue : null
  const changed =
    said &&
    (said.figures.n !== (scores.main?.score?.n ?? 0) || said.figures.value !== (scores.main?.score?.value ?? null))
  return {
    organisation: name,
    currency: baseCurrency,
    zone,
    month,
    /** The month goes on. */
    running: month === thisMonth,
    at,
    ...scores,
    mailed: changed ? { at: said.at, ...said.figures } : null,
    loop: await countLoop(ctx, span, settings.closeDays),
    recovery: await recoveryOf(ctx, { days: window, ...span }),
    /** Voices of meetings, calls and mail: they are in none of the numbers. */
    heard: await countVoices(ctx, window),
    topics: await listLoud(ctx, window, { ...settings, language }),
    moved: await listMoved(ctx, span, settings.lostStages),
  }
}

export type Monthly = Awaited<ReturnType<typeof getMonthly>>

/**
 * The scores of a month: of the first metric in use over all programs, with twelve months to its end, and of each
 * program by itself. All counted answers by the month of their first day, as the trend on Today shows them.
 */
export async function monthlyScores(ctx: Ctx, month: number) {
  const db = read(ctx)
  const window = { from: month, to: addMonths(month, 1) - 1 }
  const known = await db
    .select({ id: programs.id, name: programs.name, metric: programs.metric })
    .from(programs)
    .where(askedPrograms)
    .orderBy(asc(programs.createdAt), asc(programs.id))
    .limit(200)
  const targets = await listTargets(ctx)
  const targetOf = (metric: Metric, programId: string) =>
    targets.find((one) => one.metric === metric && one.programId === programId)?.value ?? null
  const metric = metrics.find((one) => known.some((program) => program.metric === one))
  const answers = await answersByProgram(db, window)
  const sent = await sentByProgram(db, window)
  const list = known
    .map((program) => {
      const counts = answers.get(program.id) ?? { low: 0, mid: 0, high: 0 }
      const score = scoreOf(program.metric, counts)
      const target = targetOf(program.metric, program.id) ?? targetOf(program.metric, '')
      return {
        ...program,
        counts,
        score,
        target,
        standing: standingOf(score, target),
        rate: shareOf(sent.get(program.id)),
      }
    })
    .filter((program) => program.score || program.rate)
  if (!metric) return { main: null, programs: list }
  const choice = { metric, programId: '' }
  const days = await answersByDay(db, choice, windowsOf(window.to).trendFrom)
  const trend = monthsOf(metric, days, window.to)
  const [before, current] = [trend[trendMonths - 2]!, trend[trendMonths - 1]!]
  const target = targetOf(metric, '')
  return {
    main: {
      metric,
      counts: current.counts,
      score: current.score,
      target,
      standing: standingOf(current.score, target),
      difference: scoreDifference(metric, current.counts, before.counts),
      rate: shareOf(await sentWithin(db, choice, window)),
      trend,
    },
    programs: list,
  }
}

/** People who answered ÷ (sent − failed), by day of sending. */
function shareOf(sent: { invited: number; failed: number; answered: number } | undefined) {
  if (!sent) return null
  const reached = Math.max(0, sent.invited - sent.failed)
  return rateOf(Math.min(Math.max(sent.answered, 0), reached), reached)
}
