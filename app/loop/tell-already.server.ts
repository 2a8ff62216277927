import { eq } from 'drizzle-orm'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { declineInvitation } from '#app/delivery/decline-invitation.server.ts'
import { cleanText } from '#app/platform/text.ts'
import { longestComment } from '#app/responses/response.ts'
import { dropTold, recordTold } from '#app/voices/record-told.server.ts'
import { invitations } from '#db/schema/delivery.ts'

/**
 * "I have told you already": as good as an answer for reminders, and no score. What they add is a voice that who looks after
 * the account reads; it opens no case. `undo` takes both back.
 */
export async function tellAlready(
  ctx: Ctx,
  { invitationId, words: typed, undo = false }: { invitationId: string; words: string; undo?: boolean },
): Promise<void> {
  await write(ctx, async (ctx) => {
    await declineInvitation(ctx, { invitationId, said: 'told_already', undo })
    if (undo) return dropTold(ctx, invitationId)
    const words = cleanText(typed)?.slice(0, longestComment)
    if (!words) return
    const [about] = await ctx.tx
      .select({ contactId: invitations.contactId, accountId: invitations.accountId })
      .from(invitations)
      .where(eq(invitations.id, invitationId))
    await recordTold(ctx, { ...about!, invitationId, words })
  })
}
