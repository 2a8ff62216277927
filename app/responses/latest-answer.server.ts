import { and, desc, eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import type { Class } from '#db/enums/statistics.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'

/** The answer that somebody gave or changed last, of those that stand; tests are none. */
export async function latestAnswer(
  { tx }: TxCtx,
  contactId: string,
): Promise<{ id: string; class: Class; at: number } | null> {
  const [last] = await tx
    .select({ id: responses.id, class: responses.class, at: responseRevisions.at })
    .from(responses)
    .innerJoin(
      responseRevisions,
      and(eq(responseRevisions.responseId, responses.id), eq(responseRevisions.standing, 'accepted')),
    )
    .where(and(eq(responses.contactId, contactId), eq(responses.state, 'counted'), eq(responses.isTest, false)))
    .orderBy(desc(responseRevisions.at), desc(responseRevisions.id))
    .limit(1)
  return last ?? null
}
