import { createHash } from 'node:crypto'
import type { TxCtx } from '#app/audit/context.server.ts'
import { addressOf, oneLine } from '#app/email/address.ts'
import { openReplyAddress } from '#app/email/reply-address.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { inboundMails } from '#db/schema/email.ts'

export interface Arrival {
  /** Null when none was given. */
  messageId: string | null
  /** The door's own id of it, which stands for the mail when it has no Message-ID. */
  doorId: string
  /** By which its text is fetched; null when it comes along. */
  providerId: string | null
  from: string
  to: string[]
  subject: string
  text?: string
}

/**
 * The one door for mail that comes in: keeps it, and sees to it that it is read. Runs in the transaction that takes it
 * in, so that nothing that was acknowledged is lost; the same mail twice is one.
 * @returns whether it was new
 */
export async function receiveInbound(ctx: TxCtx, mail: Arrival): Promise<boolean> {
  const at = ctx.now()
  const ref = openReplyAddress(ctx.keys, mail.to)
  const id = newId('inm', at)
  const messageId = mail.messageId?.trim().slice(0, 2_000)
  const [made] = await ctx.tx
    .insert(inboundMails)
    .values({
      id,
      key: messageId
        ? `mid:${createHash('sha256').update(messageId).digest('base64url')}`
        : `ext:${mail.doorId.slice(0, 200)}`,
      providerId: mail.providerId,
      state: 'waiting',
      refKind: ref?.kind ?? null,
      refId: ref?.id ?? null,
      sender: oneLine(addressOf(mail.from)).slice(0, 254),
      subject: oneLine(mail.subject).slice(0, 300),
      text: mail.text ?? null,
      at,
    })
    .onConflictDoNothing({ target: inboundMails.key })
    .returning({ id: inboundMails.id })
  if (!made) return false
  await enqueue(ctx, { kind: 'loop.read-inbound', key: `inbound/${id}`, payload: { inboundId: id } })
  return true
}
