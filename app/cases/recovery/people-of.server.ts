import { asc, eq } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { standingOf } from '#app/cases/recovery/recovery.ts'
import { casePeople } from '#db/schema/cases.ts'
import { invitations } from '#db/schema/delivery.ts'

/** Everybody on a case with the last re-ask to them, and where they stand by it. */
export async function peopleOf(ctx: Ctx, caseId: string) {
  const rows = await read(ctx)
    .select({
      id: casePeople.id,
      contactId: casePeople.contactId,
      state: casePeople.state,
      recovery: casePeople.recovery,
      spared: casePeople.spared,
      invitationId: casePeople.recoveryInvitationId,
      invitation: {
        state: invitations.state,
        reason: invitations.reason,
        dueAt: invitations.dueAt,
        sentAt: invitations.sentAt,
      },
    })
    .from(casePeople)
    .leftJoin(invitations, eq(invitations.id, casePeople.recoveryInvitationId))
    .where(eq(casePeople.caseId, caseId))
    .orderBy(asc(casePeople.id))
  return rows.map((row) => ({ ...row, standing: standingOf(row.recovery, row.invitation?.state ?? null) }))
}

export type RecoveryPerson = Awaited<ReturnType<typeof peopleOf>>[number]
