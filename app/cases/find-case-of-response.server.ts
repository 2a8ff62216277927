import { and, desc, eq } from 'drizzle-orm'
import { can } from '#app/audit/can.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { casesShownTo } from '#app/cases/kept-cases.server.ts'
import { caseAnswers, casePeople, cases } from '#db/schema/cases.ts'

/** The case that an answer landed in last; null when there is none or the actor may not read cases. */
export async function findCaseOfResponse(ctx: Ctx, responseId: string): Promise<string | null> {
  if (!can(ctx.actor, 'cases.read')) return null
  const [row] = await read(ctx)
    .select({ caseId: casePeople.caseId })
    .from(caseAnswers)
    .innerJoin(casePeople, eq(casePeople.id, caseAnswers.casePersonId))
    .innerJoin(cases, eq(cases.id, casePeople.caseId))
    .where(and(eq(caseAnswers.responseId, responseId), casesShownTo(ctx)))
    .orderBy(desc(caseAnswers.at))
    .limit(1)
  return row?.caseId ?? null
}
