import { and, eq, gte, lte, sql, type SQL } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { repeatsUntil } from '#app/insights/count-answers.server.ts'
import { headlineDays } from '#app/insights/overview.ts'
import { notKnown, traits } from '#app/responses/facet.ts'
import type { ResponseFilter } from '#app/responses/response-filter.ts'
import { classes } from '#db/enums/statistics.ts'
import { scoreDeltas, scores } from '#db/schema/insights.ts'
import { programs } from '#db/schema/surveys.ts'

/** Of a filter, what the score table knows nothing of. */
const unknown = ['comment', 'account', 'contact', 'topic', 'wave', 'door', 'case', 'q'] as const

/**
 * How many answers fit a filter that the score table can answer exactly, however many they are: those in the numbers,
 * by program or metric, class, days and at most one trait. Null for any other filter.
 */
export async function countByScores(ctx: Ctx, filter: ResponseFilter): Promise<number | null> {
  authorise(ctx, 'responses.read')
  const asked = traits.filter((trait) => filter[trait] !== undefined)
  if (!filter.numbers || asked.length > 1 || unknown.some((name) => filter[name] !== undefined)) return null
  if (filter.state !== undefined && filter.state !== 'counted') return null
  const { from, to, metric, program } = filter
  if (filter.latest && (asked.length > 0 || from === undefined || to === undefined || to - from + 1 !== headlineDays))
    return null
  if (filter.latest && !metric && !program) return null
  const [trait] = asked
  const value = trait === undefined || filter[trait] === notKnown ? '' : filter[trait]!
  const within = (day: typeof scores.day | typeof scoreDeltas.day): (SQL | undefined)[] => [
    from === undefined ? undefined : gte(day as typeof scores.day, from),
    to === undefined ? undefined : lte(day as typeof scores.day, to),
    metric ? eq(programs.metric, metric) : undefined,
    program ? eq(programs.id, program) : undefined,
  ]
  const column = filter.class ?? 'n'
  const db = read(ctx)
  const counted = db
    .select({ n: scores[column] })
    .from(scores)
    .innerJoin(programs, eq(programs.id, scores.programId))
    .where(
      and(
        sql`${scores.dim} = ${sql.raw(`'${trait ?? 'all'}'`)}`,
        trait ? eq(scores.value, value) : undefined,
        ...within(scores.day),
      ),
    )
    .unionAll(
      db
        .select({ n: scoreDeltas[column] })
        .from(scoreDeltas)
        .innerJoin(programs, eq(programs.id, scoreDeltas.programId))
        .where(
          and(
            trait ? sql`coalesce(${scoreDeltas[trait === 'owner' ? 'ownerId' : trait]}, '') = ${value}` : undefined,
            ...within(scoreDeltas.day),
          ),
        ),
    )
    .as('counted')
  const [row] = await db.select({ n: sql<number>`coalesce(sum(${counted.n}), 0)`.mapWith(Number) }).from(counted)
  if (!filter.latest) return row!.n
  const repeats = await repeatsUntil(
    db,
    { metric: metric ?? (await metricOf(ctx, program!)), programId: program ?? '' },
    to!,
  )
  const given = filter.class ? repeats[filter.class] : classes.reduce((sum, one) => sum + repeats[one], 0)
  return Math.max(0, row!.n - given)
}

async function metricOf(ctx: Ctx, programId: string) {
  const [row] = await read(ctx).select({ metric: programs.metric }).from(programs).where(eq(programs.id, programId))
  return row?.metric ?? 'nps'
}
