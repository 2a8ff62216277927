import { and, eq, inArray, isNotNull, or } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { invitations } from '#db/schema/delivery.ts'
import { voices } from '#db/schema/voices.ts'

/** What somebody who is erased said elsewhere: the words go, and the voice with them. @returns the voices' ids */
export async function eraseVoices(ctx: TxCtx, contactId: string, invitationIds: string[]): Promise<string[]> {
  // By account there is an index; a reply stands with the account of what it answers.
  const asked = invitationIds.length
    ? await ctx.tx
        .selectDistinct({ id: invitations.accountId })
        .from(invitations)
        .where(and(inArray(invitations.id, invitationIds), isNotNull(invitations.accountId)))
    : []
  const replies = and(
    inArray(voices.accountId, asked.map((row) => row.id!)), // prettier-ignore
    inArray(voices.invitationId, invitationIds),
  )
  const gone = await ctx.tx
    .update(voices)
    .set({ contactId: null, text: '', textKey: '', whole: null, sender: null, deletedAt: ctx.now() })
    .where(or(eq(voices.contactId, contactId), asked.length ? replies : undefined))
    .returning({ id: voices.id })
  return gone.map((row) => row.id)
}
