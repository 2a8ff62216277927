import { eq, inArray, or } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { startOfDay } from '#app/platform/calendar.ts'
import { dropTexts } from '#app/responses/index-texts.server.ts'
import { responseAnswers, responseRevisions, responses, responseTopics } from '#db/schema/responses.ts'
import { clicks, touches } from '#db/schema/responses-touches.ts'

/**
 * Answers of somebody who is erased go on counting, as nobody's: score, day and snapshot stay, so no past month's score
 * moves. Words, further answers, the hour and who it was go. @returns the answers' ids
 */
export async function eraseAnswers(ctx: TxCtx, contactId: string, invitationIds: string[]): Promise<string[]> {
  const { tx } = ctx
  const { zone } = await getOrganisation(ctx)
  const rows = await tx
    .select({ id: responses.id, day: responses.day })
    .from(responses)
    .where(
      or(
        eq(responses.contactId, contactId),
        invitationIds.length ? inArray(responses.invitationId, invitationIds) : undefined,
      ),
    )
  for (const { id, day } of rows) {
    const at = startOfDay(day, zone)
    await tx
      .update(responses)
      .set({ contactId: null, comment: null, answeredAt: at, keptFrom: null, taggedAt: null, erasedAt: ctx.now() })
      .where(eq(responses.id, id))
    await tx
      .update(responseRevisions)
      .set({ comment: null, at, actor: 'contact' })
      .where(eq(responseRevisions.responseId, id))
  }
  const ids = rows.map((row) => row.id)
  if (ids.length) {
    await tx.delete(responseAnswers).where(inArray(responseAnswers.responseId, ids))
    await tx.update(responseTopics).set({ spans: [] }).where(inArray(responseTopics.responseId, ids))
    await dropTexts(ctx, ids)
  }
  if (invitationIds.length) {
    await tx.update(touches).set({ network: '', agentHash: '' }).where(inArray(touches.invitationId, invitationIds))
    await tx.delete(clicks).where(inArray(clicks.invitationId, invitationIds))
  }
  return ids
}
