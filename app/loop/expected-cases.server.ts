import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { rateOf } from '#app/statistics/rates.ts'
import { opensCase } from '#app/surveys/case-rule.ts'
import type { Metric } from '#db/enums/statistics.ts'
import { sends } from '#db/schema/insights.ts'
import { responses } from '#db/schema/responses.ts'
import { programs, type CaseRule } from '#db/schema/surveys.ts'

/** The newest answers that the expectation goes by, and how few are too few. */
const newest = 1000
const fewestAnswers = 30
const fewestSent = 50
/** Where nothing is known yet: between one and three of ten answer, and of these as many are unhappy. */
const guess = { low: 0.1, high: 0.3 }

export interface Expectation {
  /** Unhappy answers that open or join a case. */
  low: number
  high: number
  /** Whose past it goes by. */
  basis: 'program' | 'organisation' | 'default'
  /** Answers it goes by. */
  n: number
}

/** Roughly how many unhappy answers a wave to `invited` people brings, from what the program, or else the organisation, has seen. */
export async function expectCases(
  ctx: Ctx,
  program: { id: string; metric: Metric; caseRule: CaseRule },
  invited: number,
): Promise<Expectation> {
  authorise(ctx, 'programs.read')
  for (const basis of ['program', 'organisation'] as const) {
    const scores =
      basis === 'program' ? await scoresOfProgram(ctx, program.id) : await scoresOfMetric(ctx, program.metric)
    const rate = await responseRate(ctx, basis === 'program' ? program.id : null)
    if (scores.length < fewestAnswers || !rate) continue
    const unhappy = scores.filter((score) => opensCase(program.caseRule, score) !== null).length
    const share = rateOf(unhappy, scores.length)!
    return {
      low: Math.floor(invited * rate.low * share.low),
      high: Math.ceil(invited * rate.high * share.high),
      basis,
      n: scores.length,
    }
  }
  if (!program.caseRule.enabled) return { low: 0, high: 0, basis: 'default', n: 0 }
  return {
    low: Math.floor(invited * guess.low * guess.low),
    high: Math.ceil(invited * guess.high * guess.high),
    basis: 'default',
    n: 0,
  }
}

async function scoresOfProgram(ctx: Ctx, programId: string): Promise<number[]> {
  const rows = await read(ctx)
    .select({ score: responses.score })
    .from(responses)
    .where(and(eq(responses.programId, programId), eq(responses.counts, true)))
    .orderBy(desc(responses.day), desc(responses.id))
    .limit(newest)
  return rows.map((row) => row.score)
}

async function scoresOfMetric(ctx: Ctx, metric: Metric): Promise<number[]> {
  const same = await read(ctx).select({ id: programs.id }).from(programs).where(eq(programs.metric, metric)).limit(500)
  if (!same.length) return []
  const rows = await read(ctx)
    .select({ score: responses.score })
    .from(responses)
    .where(
      and(
        inArray(
          responses.programId,
          same.map((row) => row.id),
        ),
        eq(responses.counts, true),
      ),
    )
    .orderBy(desc(responses.day), desc(responses.id))
    .limit(newest)
  return rows.map((row) => row.score)
}

async function responseRate(ctx: Ctx, programId: string | null) {
  const [sum] = await read(ctx)
    .select({
      sent: sql<number>`coalesce(sum(${sends.invited} - ${sends.failed}), 0)`.mapWith(Number),
      answered: sql<number>`coalesce(sum(${sends.answered}), 0)`.mapWith(Number),
    })
    .from(sends)
    .where(programId ? eq(sends.programId, programId) : undefined)
  if (!sum || sum.sent < fewestSent) return null
  return rateOf(Math.min(sum.answered, sum.sent), sum.sent)
}
