import { getOrganisation } from '#app/access/get-organisation.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { newId } from '#app/platform/ids.server.ts'
import { fold } from '#app/platform/text.ts'
import { tagVoice } from '#app/voices/tag-voices.server.ts'
import { languageOf } from '#app/voices/voice.ts'
import { voices } from '#db/schema/voices.ts'

export interface Reply {
  accountId: string | null
  /** Null when it came from another address than the one that was asked. */
  contactId: string | null
  invitationId: string | null
  caseId: string | null
  /** The address it came from, when it isn't the one that was asked. */
  sender: string | null
  /** What was written, without quotes and signature; `whole` when something was taken off. */
  words: string
  whole: string | null
  /** How it came: by mail, or on a page of ours. */
  channel?: 'mail' | 'other'
  /** When it arrived; milliseconds UTC. */
  at: number
}

/** Keeps a customer's reply to a mail of ours as a voice: words, whatever numbers are in them, and never a score. */
export async function recordReply(ctx: TxCtx, reply: Reply): Promise<string> {
  const now = ctx.now()
  const id = newId('voi', now)
  const { zone } = await getOrganisation(ctx)
  const { words, at, channel = 'mail', ...columns } = reply
  const day = dayOf(at, zone)
  await ctx.tx.insert(voices).values({
    id,
    source: 'reply',
    channel,
    ...columns,
    day,
    at,
    heardBy: null,
    text: words,
    textKey: fold(words),
    language: languageOf(words),
    feeling: null,
    createdBy: null,
    createdAt: now,
    updatedAt: now,
  })
  await tagVoice(ctx, { id, text: words, day })
  await recordEvent(ctx, {
    type: ctx.actor.kind === 'user' ? 'voices.assigned' : 'voices.replied',
    subject: { kind: 'voice', id },
    accountId: reply.accountId,
    contactId: reply.contactId,
    data: {
      ...(reply.invitationId && { invitationId: reply.invitationId }),
      ...(reply.caseId && { caseId: reply.caseId }),
      ...(reply.sender !== null && { otherSender: true }),
    },
  })
  return id
}
