import { and, asc, eq, exists, inArray, notExists, sql, type SQL } from 'drizzle-orm'
import { can } from '#app/audit/can.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { casesShownTo } from '#app/cases/kept-cases.server.ts'
import type { caseStates } from '#db/enums/cases.ts'
import { caseAnswers, casePeople, cases } from '#db/schema/cases.ts'
import { responses } from '#db/schema/responses.ts'

/** Whether a case was opened because of an answer, as a condition of its query; none for who may not read cases. */
export function havingCase(ctx: Ctx, wanted: '1' | '0' | undefined): SQL | undefined {
  if (wanted === undefined || !can(ctx.actor, 'cases.read')) return undefined
  const landed = read(ctx)
    .select({ one: sql`1` })
    .from(caseAnswers)
    .where(eq(caseAnswers.responseId, responses.id))
  return wanted === '1' ? exists(landed) : notExists(landed)
}

/** The latest case of each of some answers that has any, by the answer's id; empty for who may not read cases. */
export async function casesOfResponses(
  ctx: Ctx,
  ids: string[],
): Promise<Record<string, { id: string; state: (typeof caseStates)[number] }>> {
  if (ids.length === 0 || !can(ctx.actor, 'cases.read')) return {}
  const rows = await read(ctx)
    .select({ responseId: caseAnswers.responseId, id: cases.id, state: cases.state })
    .from(caseAnswers)
    .innerJoin(casePeople, eq(casePeople.id, caseAnswers.casePersonId))
    .innerJoin(cases, eq(cases.id, casePeople.caseId))
    .where(and(inArray(caseAnswers.responseId, ids), casesShownTo(ctx)))
    .orderBy(asc(caseAnswers.at))
  return Object.fromEntries(rows.map(({ responseId, ...found }) => [responseId, found]))
}
