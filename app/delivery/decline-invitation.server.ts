import { and, eq, isNull } from 'drizzle-orm'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { Forbidden, NotFound } from '#app/platform/errors.ts'
import { invitations, type Decline } from '#db/schema/delivery.ts'

type Said = Exclude<Decline, 'taken_back'>

/**
 * A person says something instead of answering: nobody reminds them. Whose job it isn't gets no more of this program's
 * surveys (a wish like any other, so that they or a colleague can take it back). `undo` takes all of it back. They may
 * still answer. @throws NotFound when there is no such invitation of theirs
 */
export async function declineInvitation(
  ctx: Ctx,
  { invitationId, said, undo = false }: { invitationId: string; said: Said; undo?: boolean },
): Promise<void> {
  authorise(ctx, 'answer.give')
  await write(ctx, async (ctx) => {
    const [found] = await ctx.tx
      .select({
        contactId: invitations.contactId,
        accountId: invitations.accountId,
        programId: invitations.programId,
        declined: invitations.declined,
      }) // prettier-ignore
      .from(invitations)
      .where(eq(invitations.id, invitationId))
    if (!found?.contactId) throw new NotFound()
    if (found.contactId !== ctx.actor.id) throw new Forbidden()
    const { contactId, accountId, programId } = found
    const declined = undo ? null : said
    if (said === 'not_my_job') {
      const scope = `program:${programId}`
      await setPreference(ctx, { contactId, scope, choice: undo ? null : 'off', source: 'not_my_job' })
    }
    if (found.declined === declined) return
    const [changed] = await ctx.tx
      .update(invitations)
      .set({ declined })
      .where(and(eq(invitations.id, invitationId), isNull(invitations.answeredAt)))
      .returning({ id: invitations.id })
    if (!changed) return // they have answered: that says more
    await recordEvent(ctx, {
      type: 'delivery.declined',
      subject: { kind: 'invitation', id: invitationId },
      contactId,
      accountId,
      data: { declined, programId },
    })
  })
}
