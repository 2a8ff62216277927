import { eq, inArray, or } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { voices } from '#db/schema/voices.ts'

/** What somebody who is erased said elsewhere: the words go, and the voice with them. @returns the voices' ids */
export async function eraseVoices(ctx: TxCtx, contactId: string, invitationIds: string[]): Promise<string[]> {
  const gone = await ctx.tx
    .update(voices)
    .set({ contactId: null, text: '', textKey: '', whole: null, sender: null, deletedAt: ctx.now() })
    .where(
      or(
        eq(voices.contactId, contactId),
        invitationIds.length ? inArray(voices.invitationId, invitationIds) : undefined,
      ),
    )
    .returning({ id: voices.id })
  return gone.map((row) => row.id)
}
