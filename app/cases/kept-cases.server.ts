import { and, eq, sql, type SQL } from 'drizzle-orm'
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

/** Whether a case has an answer that this colleague must not see: then it can't be theirs. */
export async function isKeptFrom(ctx: Ctx, caseId: string, userId: string): Promise<boolean> {
  const [row] = await read(ctx)
    .select({ id: responses.id })
    .from(casePeople)
    .innerJoin(caseAnswers, eq(caseAnswers.casePersonId, casePeople.id))
    .innerJoin(responses, eq(responses.id, caseAnswers.responseId))
    .where(and(eq(casePeople.caseId, caseId), eq(responses.keptFrom, userId)))
    .limit(1)
  return row !== undefined
}
