import { and, eq, lte, notExists, sql } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { havingCase } from '#app/cases/cases-of-responses.server.ts'
import type { Narrow } from '#app/responses/conditions.server.ts'
import { repeatedAnswers } from '#db/schema/insights.ts'
import { responses } from '#db/schema/responses.ts'

/** What cases and insights know of an answer: for every list of answers that takes all of the filter. */
export const narrowed: Narrow = (ctx, filter) => [
  havingCase(ctx, filter.case),
  filter.latest ? notRepeated(ctx, filter.to) : undefined,
]

/** Not given again by the same person up to a day: exactly what a headline that ends there leaves out. */
const notRepeated = (ctx: Ctx, to: number | undefined) =>
  notExists(
    read(ctx)
      .select({ one: sql`1` })
      .from(repeatedAnswers)
      .where(
        and(
          eq(repeatedAnswers.responseId, responses.id),
          to === undefined ? undefined : lte(repeatedAnswers.nextDay, to),
        ),
      ),
  )
