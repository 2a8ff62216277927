import { and, eq, isNull } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordReply } from '#app/voices/record-reply.server.ts'
import { voices } from '#db/schema/voices.ts'

interface Told {
  invitationId: string
  accountId: string | null
  contactId: string | null
  words: string
}

const ofPage = (invitationId: string, contactId: string | null) =>
  and(
    contactId === null ? isNull(voices.contactId) : eq(voices.contactId, contactId),
    eq(voices.invitationId, invitationId),
    eq(voices.channel, 'other'),
    isNull(voices.deletedAt),
  )

/** What somebody adds to "I have told you already", once an invitation: said again, the later words stand. */
export async function recordTold(ctx: TxCtx, told: Told): Promise<void> {
  await dropTold(ctx, told.invitationId)
  await recordReply(ctx, { ...told, channel: 'other', caseId: null, sender: null, whole: null, at: ctx.now() })
}

/** Takes it back. */
export async function dropTold(ctx: TxCtx, invitationId: string): Promise<void> {
  await ctx.tx.update(voices).set({ deletedAt: ctx.now() }).where(ofPage(invitationId, ctx.actor.id))
}
