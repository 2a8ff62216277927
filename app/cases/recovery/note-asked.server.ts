import { eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { settleRecovery } from '#app/cases/recovery/settle-recovery.server.ts'
import { casePeople } from '#db/schema/cases.ts'

/**
 * How the mail of a re-ask ended: sent, it stands in the case's history (in the person's it stands as sent mail); not sent
 * or returned, nobody waits for that person, and the case may be over by what the others said.
 */
export async function noteAsked(ctx: TxCtx, invitationId: string, sent: boolean): Promise<void> {
  const [place] = await ctx.tx
    .select({ id: casePeople.id, caseId: casePeople.caseId })
    .from(casePeople)
    .where(eq(casePeople.recoveryInvitationId, invitationId))
    .limit(1)
  if (!place) return
  if (!sent) return settleRecovery(ctx, place.caseId)
  await recordEvent(ctx, {
    type: 'cases.asked_again',
    subject: { kind: 'case', id: place.caseId },
    data: { casePersonId: place.id },
  })
}
