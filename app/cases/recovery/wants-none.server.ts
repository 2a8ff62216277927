import { and, eq, sql } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { caseAnswers, casePeople } from '#db/schema/cases.ts'
import { preferences } from '#db/schema/delivery.ts'
import { responses } from '#db/schema/responses.ts'

/**
 * Who of a case wants no more of the very survey by which they came on it: a question about that answer is more of it.
 * (Whoever wants no survey at all is known to every mail.) @returns their places on the case
 */
export async function wantsNone(ctx: Ctx, caseId: string): Promise<Set<string>> {
  const rows = await read(ctx)
    .selectDistinct({ id: casePeople.id })
    .from(casePeople)
    .innerJoin(caseAnswers, eq(caseAnswers.casePersonId, casePeople.id))
    .innerJoin(responses, eq(responses.id, caseAnswers.responseId))
    .innerJoin(
      preferences,
      and(
        eq(preferences.contactId, casePeople.contactId),
        eq(preferences.scope, sql`'program:' || ${responses.programId}`),
        eq(preferences.choice, 'off'),
      ),
    )
    .where(eq(casePeople.caseId, caseId))
  return new Set(rows.map((row) => row.id))
}
