import { eq, sql } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { responseAnswers } from '#db/schema/responses.ts'
import { statement } from '#db/statement.ts'

const find = statement((db) =>
  db
    .select({ questionId: responseAnswers.questionId })
    .from(responseAnswers)
    .where(eq(responseAnswers.responseId, sql.placeholder('responseId'))),
)

/** Which questions beyond the score were answered; never what was said, which a forwarded mail would open. */
export async function answeredQuestions(ctx: Ctx, responseId: string): Promise<Set<string>> {
  return new Set((await find(read(ctx), { responseId })).map((row) => row.questionId))
}
