import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { rateOf } from '#app/statistics/rates.ts'
import { judgeForCase } from '#app/loop/case-verdict.ts'
import { mindsContradictions } from '#app/surveys/case-rule.ts'
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
/** Where only comments open cases and nothing is known yet: at most one answer in a hundred contradicts its score so. */
const contradictions = 0.01

export interface Expectation {
  /** Answers that open or join a case: by their score, or by a comment that contradicts it. */
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
    const answers =
      basis === 'program' ? await answersOfProgram(ctx, program.id) : await answersOfMetric(ctx, program.metric)
    const rate = await responseRate(ctx, basis === 'program' ? program.id : null)
    if (answers.length < fewestAnswers || !rate) continue
    const opening = answers.filter((said) => judgeForCase(program.caseRule, said).kind === 'opens').length
    const share = rateOf(opening, answers.length)!
    return {
      low: Math.floor(invited * rate.low * share.low),
      high: Math.ceil(invited * rate.high * share.high),
      basis,
      n: answers.length,
    }
  }
  if (!program.caseRule.enabled) {
    const high = mindsContradictions(program.caseRule) ? Math.ceil(invited * guess.high * contradictions) : 0
    return { low: 0, high, basis: 'default', n: 0 }
  }
  return {
    low: Math.floor(invited * guess.low * guess.low),
    high: Math.ceil(invited * guess.high * guess.high),
    basis: 'default',
    n: 0,
  }
}

const said = { score: responses.score, class: responses.class, comment: responses.comment }

async function answersOfProgram(ctx: Ctx, programId: string) {
  return read(ctx)
    .select(said)
    .from(responses)
    .where(and(eq(responses.programId, programId), eq(responses.counts, true)))
    .orderBy(desc(responses.day), desc(responses.id))
    .limit(newest)
}

async function answersOfMetric(ctx: Ctx, metric: Metric) {
  const same = await read(ctx).select({ id: programs.id }).from(programs).where(eq(programs.metric, metric)).limit(500)
  if (!same.length) return []
  return read(ctx)
    .select(said)
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
