import { and, desc, eq } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { invitations } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'

/** The newest invitations of a person, those that were not sent included. */
export async function listInvitations(ctx: Ctx, contactId: string) {
  authorise(ctx, 'accounts.read')
  return read(ctx)
    .select({
      id: invitations.id,
      programId: programs.id,
      program: programs.name,
      waveId: invitations.waveId,
      state: invitations.state,
      reason: invitations.reason,
      dueAt: invitations.dueAt,
      nextPossibleAt: invitations.nextPossibleAt,
      sentAt: invitations.sentAt,
      answeredAt: invitations.answeredAt,
    })
    .from(invitations)
    .innerJoin(programs, eq(programs.id, invitations.programId))
    .where(and(eq(invitations.contactId, contactId), eq(invitations.isTest, false)))
    .orderBy(desc(invitations.id))
    .limit(30)
}
