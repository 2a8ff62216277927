import type { TxCtx } from '#app/audit/context.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { getAnswerInvitation } from '#app/responses/get-answering-invitation.server.ts'
import { getResponseRow } from '#app/responses/get-response-row.server.ts'
import { listRevisions, type Revision } from '#app/responses/list-revisions.server.ts'
import { rowLock } from '#db/lock.ts'
import { invitations } from '#db/schema/delivery.ts'

const lockInvitation = rowLock(invitations, invitations.id)

/**
 * A submission that is to be decided on, with its answer and invitation, which is locked for as long as the transaction
 * lasts. @throws NotFound; Conflict `revision_settled` when it has none of these standings (any more)
 */
export async function findSuspect(
  ctx: TxCtx,
  input: { responseId: string; revisionId: string },
  standings: Revision['standing'][],
) {
  if (!isId(input.responseId)) throw new NotFound()
  const found = await getResponseRow(ctx, input.responseId)
  if (!found) throw new NotFound()
  await lockInvitation(ctx.tx, found.invitationId)
  const response = (await getResponseRow(ctx, found.id))!
  const invitation = await getAnswerInvitation(ctx, found.invitationId)
  const revisions = await listRevisions(ctx, found.id)
  const revision = revisions.find((one) => one.id === input.revisionId)
  if (!invitation || !revision) throw new NotFound()
  if (response.erasedAt !== null || !standings.includes(revision.standing)) throw new Conflict('revision_settled')
  return { response, invitation, revisions, revision }
}
