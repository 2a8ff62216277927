import { and, desc, eq, ne } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import type { Class } from '#db/enums/statistics.ts'
import { recoveryProgramId } from '#db/enums/surveys.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'

/** The answer that somebody gave or changed last, of those that stand; tests are none. Without its class where it is kept from a colleague. */
export async function latestAnswer(
  { tx }: TxCtx,
  contactId: string,
): Promise<{ id: string; class: Class | null; at: number } | null> {
  const [last] = await tx
    .select({ id: responses.id, class: responses.class, keptFrom: responses.keptFrom, at: responseRevisions.at })
    .from(responses)
    .innerJoin(
      responseRevisions,
      and(eq(responseRevisions.responseId, responses.id), eq(responseRevisions.standing, 'accepted')),
    )
    .where(
      and(
        eq(responses.contactId, contactId),
        ne(responses.programId, recoveryProgramId),
        eq(responses.state, 'counted'),
        eq(responses.isTest, false),
      ),
    )
    .orderBy(desc(responseRevisions.at), desc(responseRevisions.id))
    .limit(1)
  return last ? { id: last.id, class: last.keptFrom === null ? last.class : null, at: last.at } : null
}
