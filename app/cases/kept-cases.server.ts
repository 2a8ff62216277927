import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { keptFrom, peopleKeptFrom } from '#app/responses/kept-from.server.ts'
import { events } from '#db/schema/audit.ts'
import { caseAnswers, casePeople, cases } from '#db/schema/cases.ts'
import { responses } from '#db/schema/responses.ts'

/** Cases in which an answer landed that was kept from who reads, as a list of ids for a query; null when none can be. */
export function keptCases(ctx: Ctx): SQL | null {
  const kept = keptFrom(ctx)
  return (
    kept &&
    sql`(select on_case.case_id from ${caseAnswers} as landed join ${casePeople} as on_case on on_case.id = landed.case_person_id where landed.response_id in ${kept})`
  )
}

/** The one condition of every query that shows cases to somebody: a case with an answer kept from them is not there. */
export function casesShownTo(ctx: Ctx): SQL | undefined {
  const kept = keptCases(ctx)
  return kept ? sql`${cases.id} not in ${kept}` : undefined
}

/** The same of events, about an answer, its case, or what it made of an advocate. */
export function eventsShownTo(ctx: Ctx): SQL | undefined {
  const [answers, kept, people] = [keptFrom(ctx), keptCases(ctx), peopleKeptFrom(ctx)]
  if (!answers || !kept || !people) return undefined
  return sql`not (case ${events.subjectKind} when 'response' then ${events.subjectId} in ${answers} when 'case' then ${events.subjectId} in ${kept} when 'advocate' then ${events.subjectId} in ${people} else ${sql.raw('1 = 0')} end)`
}

/** The colleagues who must not see some answer of a case: it can't be theirs. */
export async function keptFromOf(ctx: Ctx, caseId: string): Promise<string[]> {
  const rows = await read(ctx)
    .selectDistinct({ userId: responses.keptFrom })
    .from(casePeople)
    .innerJoin(caseAnswers, eq(caseAnswers.casePersonId, casePeople.id))
    .innerJoin(responses, eq(responses.id, caseAnswers.responseId))
    .where(and(eq(casePeople.caseId, caseId), isNotNull(responses.keptFrom)))
  return rows.map((row) => row.userId!)
}

/** Whether this colleague is one of them. */
export const isKeptFrom = async (ctx: Ctx, caseId: string, userId: string): Promise<boolean> =>
  (await keptFromOf(ctx, caseId)).includes(userId)
