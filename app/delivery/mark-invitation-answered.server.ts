import { and, eq, isNull, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { invitations } from '#db/schema/delivery.ts'
import { statement } from '#db/statement.ts'

const mark = statement((db) =>
  db
    .update(invitations)
    .set({ answeredAt: sql`${sql.placeholder('at')}`, declined: null })
    .where(and(eq(invitations.id, sql.placeholder('id')), isNull(invitations.answeredAt))),
)

/** Says when an invitation was first answered: reminders stop here. A later answer changes nothing. */
export async function markInvitationAnswered(ctx: TxCtx, input: { id: string; at: number }): Promise<void> {
  await mark(ctx.tx, input)
}

/** The answer was taken back: nobody has answered, and nobody is reminded either. */
export async function markInvitationTakenBack(ctx: TxCtx, id: string): Promise<void> {
  await ctx.tx.update(invitations).set({ answeredAt: null, declined: 'taken_back' }).where(eq(invitations.id, id))
}
