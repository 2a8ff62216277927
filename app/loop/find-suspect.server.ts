import type { TxCtx } from '#app/audit/context.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { getResponseRow } from '#app/responses/get-response-row.server.ts'
import { holdInvitation } from '#app/responses/hold-invitation.server.ts'
import { listRevisions, type Revision } from '#app/responses/list-revisions.server.ts'

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
  const invitation = await holdInvitation(ctx, found.invitationId)
  const response = (await getResponseRow(ctx, found.id))!
  const revisions = await listRevisions(ctx, found.id)
  const revision = revisions.find((one) => one.id === input.revisionId)
  if (!invitation || !revision) throw new NotFound()
  if (response.erasedAt !== null || !standings.includes(revision.standing)) throw new Conflict('revision_settled')
  return { response, invitation, revisions, revision }
}
