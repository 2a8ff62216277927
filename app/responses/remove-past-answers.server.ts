import { inArray } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { responseRevisions, responses, responseTopics } from '#db/schema/responses.ts'
import { touches } from '#db/schema/responses-touches.ts'

/**
 * Deletes answers that an import had brought, with their topics; each can then come in again. Their words leave the
 * search by `forgetTexts`, what they count for by `takeBackAnswers`. Recorded by the event of the caller's run.
 */
export async function removePastAnswers({ tx }: TxCtx, answers: { id: string; invitationId: string }[]): Promise<void> {
  if (!answers.length) return
  const ids = answers.map(({ id }) => id)
  await tx.delete(responseTopics).where(inArray(responseTopics.responseId, ids))
  await tx.delete(responseRevisions).where(inArray(responseRevisions.responseId, ids))
  await tx.delete(responses).where(inArray(responses.id, ids))
  await tx.delete(touches).where(inArray(touches.invitationId, answers.map(({ invitationId }) => invitationId))) // prettier-ignore
}
