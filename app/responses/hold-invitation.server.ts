import type { TxCtx } from '#app/audit/context.server.ts'
import { getAnswerInvitation, type AnswerInvitation } from '#app/responses/get-answering-invitation.server.ts'
import { rowLock } from '#db/lock.ts'
import { invitations } from '#db/schema/delivery.ts'

const lock = rowLock(invitations, invitations.id)

/** The same as `getAnswerInvitation`, kept from every other transaction about its answer until this one ends. */
export async function holdInvitation(ctx: TxCtx, id: string): Promise<AnswerInvitation | null> {
  await lock(ctx.tx, id)
  return getAnswerInvitation(ctx, id)
}
