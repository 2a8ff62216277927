import { and, eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { dropClick } from '#app/responses/keep-clicks.server.ts'
import { isTestAnswer, type AnswerInvitation } from '#app/responses/get-answering-invitation.server.ts'
import type { Revision } from '#app/responses/list-revisions.server.ts'
import { setStanding } from '#app/responses/set-standing.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { classOf } from '#app/statistics/scale.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'

/**
 * Makes a submission that is written down the answer, in place of the one that was, if any. What was seen on the page and
 * not pressed is settled by it. The invitation's row must be locked and `invitation` read after that.
 * @returns the response as it is now
 * @throws Conflict `revision_settled` when the submission has another standing than it had
 */
export async function acceptRevision(
  ctx: TxCtx,
  invitation: AnswerInvitation,
  revision: Revision,
  /** Calendar day of the submission, in the organisation's zone. */
  day: number,
): Promise<typeof responses.$inferSelect> {
  const { tx } = ctx
  const { accepted, program } = invitation
  const { responseId, id, score, at, standing } = revision
  const leave = (from: 'accepted' | 'tentative') =>
    tx
      .update(responseRevisions)
      .set({ standing: 'superseded' })
      .where(and(eq(responseRevisions.responseId, responseId), eq(responseRevisions.standing, from).inlineParams()))
  await leave('accepted')
  if (!(await setStanding(ctx, id, standing, 'accepted'))) throw new Conflict('revision_settled')
  await leave('tentative')
  const scoreClass = classOf(program.metric, score)
  // The page never shows an earlier comment, so an empty field does not mean to delete it.
  const kept = accepted && classOf(program.metric, accepted.score) === scoreClass ? accepted.comment : null
  const comment = revision.comment ?? kept
  if (comment !== revision.comment)
    await tx.update(responseRevisions).set({ comment }).where(eq(responseRevisions.id, id))
  const isTest = isTestAnswer(invitation)
  const first = { state: 'counted' as const, answeredAt: at, day, counts: program.inScore && !isTest }
  const [now] = await tx
    .update(responses)
    .set({ score, class: scoreClass, comment, ...(accepted ? {} : first) })
    .where(eq(responses.id, responseId))
    .returning()
  await dropClick(ctx, invitation.id)
  return now!
}
