import type { TxCtx } from '#app/audit/context.server.ts'
import { settleInvitation as settle } from '#app/delivery/settle-invitation.server.ts'
import type { MailOutcome, Message } from '#app/email/template.ts'
import { insertSendDelta } from '#app/insights/insert-send-delta.server.ts'

/** How an invitation's mail ended: on the invitation, and in the response rate. */
export async function settleInvitation(ctx: TxCtx, message: Message, outcome: MailOutcome): Promise<void> {
  const change = await settle(ctx, message, outcome)
  if (change) await insertSendDelta(ctx, change)
}
