import { z } from 'zod'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { isAddress } from '#app/email/address.ts'
import { getMail } from '#app/email/list-mail.server.ts'
import { receiveInbound } from '#app/email/receive-inbound.server.ts'
import { replyAddress, type ReplyRef } from '#app/email/reply-address.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { cleanText } from '#app/platform/text.ts'
import type { messages } from '#db/schema/email.ts'

export const replyForm = z.object({
  from: z.string().trim().max(254).refine(isAddress),
  text: z
    .string()
    .max(5_000)
    .transform((text) => cleanText(text) ?? '')
    .pipe(z.string().min(1)),
  /** Of the page: pressed twice, it is one mail. */
  once: z.string().regex(/^once_[0-9a-z]{10,30}$/),
})

type Message = Pick<typeof messages.$inferSelect, 'provider' | 'state' | 'contactId' | 'refKind' | 'refId'>

/** What a mail that stayed here could be replied to by its customer; null for all others. */
export function repliable(message: Message): ReplyRef | null {
  const { provider, state, contactId, refKind, refId } = message
  if (provider !== 'mailbox' || state !== 'sent' || contactId === null) return null
  return refKind === 'invitation' || refKind === 'case' ? { kind: refKind, id: refId } : null
}

/**
 * Replies to a mail that never left this machine, as its reader's mail program would: with the old mail quoted below,
 * to its reply address, in by the door that all mail comes in by.
 * @throws NotFound when this mail can't be replied to
 */
export async function replyAsCustomer(ctx: Ctx, id: string, given: z.input<typeof replyForm>): Promise<void> {
  const { from, text, once } = replyForm.parse(given)
  const mail = await getMail(ctx, id)
  const ref = mail && repliable(mail.message)
  const to = ref && replyAddress(ctx.keys, ref, env.MAIL_REPLY_DOMAIN ?? 'localhost')
  if (!mail?.body || !to) throw new NotFound()
  const { body } = mail
  const date = new Date(mail.message.sentAt ?? mail.message.createdAt).toUTCString()
  const quoted = body.text.replace(/^/gm, '> ')
  await write(ctx, (ctx) =>
    receiveInbound(ctx, {
      messageId: null,
      doorId: `mailbox/${once}`,
      providerId: null,
      from,
      to: [to],
      subject: `Re: ${body.subject}`,
      text: `${text}\n\nOn ${date}, ${body.from} wrote:\n\n${quoted}`,
    }),
  )
}
