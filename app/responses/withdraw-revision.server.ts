import { and, desc, eq, inArray } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { dropTexts } from '#app/responses/index-texts.server.ts'
import { events } from '#db/schema/audit.ts'
import { responseAnswers, responseRevisions, responses, responseTopics } from '#db/schema/responses.ts'

/**
 * Takes back the accepted revision of an answer: it counts nowhere any more, and its words are gone from view and search,
 * for a person who takes something back expects it gone. Scores and times of the revisions stay, as what happened. What
 * still waited to count never will. @returns the revision, or null when there was none to take back
 */
export async function withdrawRevision(ctx: TxCtx, responseId: string): Promise<{ id: string; score: number } | null> {
  const { tx } = ctx
  const [gone] = await tx
    .update(responseRevisions)
    .set({ standing: 'withdrawn' })
    .where(and(eq(responseRevisions.responseId, responseId), eq(responseRevisions.standing, 'accepted')))
    .returning({ id: responseRevisions.id, score: responseRevisions.score })
  if (!gone) return null
  await tx
    .update(responseRevisions)
    .set({ standing: 'dropped' })
    .where(
      and(
        eq(responseRevisions.responseId, responseId),
        inArray(responseRevisions.standing, ['tentative', 'quarantined']),
      ),
    )
  await tx.update(responseRevisions).set({ comment: null }).where(eq(responseRevisions.responseId, responseId))
  await tx
    .update(responses)
    .set({ state: 'withdrawn', counts: false, comment: null, keptFrom: null, taggedAt: null })
    .where(eq(responses.id, responseId))
  await tx.delete(responseAnswers).where(eq(responseAnswers.responseId, responseId))
  await tx.delete(responseTopics).where(eq(responseTopics.responseId, responseId))
  await dropTexts(ctx, [responseId])
  return gone
}

/** When an answer was last taken back, milliseconds UTC; 0 for never. */
export async function withdrawnAt({ tx }: TxCtx, responseId: string): Promise<number> {
  const [last] = await tx
    .select({ at: events.at })
    .from(events)
    .where(
      and(eq(events.subjectKind, 'response'), eq(events.subjectId, responseId), eq(events.type, 'responses.withdrawn')),
    )
    .orderBy(desc(events.id))
    .limit(1)
  return last?.at ?? 0
}
