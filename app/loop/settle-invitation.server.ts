import type { TxCtx } from '#app/audit/context.server.ts'
import { noteAsked } from '#app/cases/recovery/note-asked.server.ts'
import { settleInvitation as settle } from '#app/delivery/settle-invitation.server.ts'
import type { MailOutcome, Message } from '#app/email/template.ts'
import { insertSendDelta } from '#app/insights/insert-send-delta.server.ts'
import { recoveryProgramId } from '#db/enums/surveys.ts'

/** How an invitation's mail ended: on the invitation, and in the response rate; of a re-ask on its case. */
export async function settleInvitation(ctx: TxCtx, message: Message, outcome: MailOutcome): Promise<void> {
  const change = await settle(ctx, message, outcome)
  if (outcome !== 'sent') await noteAsked(ctx, message.refId, false)
  if (change && change.programId !== recoveryProgramId) await insertSendDelta(ctx, change)
  else if (change && outcome === 'sent') await noteAsked(ctx, message.refId, true)
}
