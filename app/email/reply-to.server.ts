import type { Ctx } from '#app/audit/context.server.ts'
import { replyAddress, type ReplyRef } from '#app/email/reply-address.ts'
import { env } from '#app/platform/env.server.ts'

/** Where a customer's reply to a mail goes: into Koe where MAIL_REPLY_DOMAIN is set, else to the address given. */
export function replyTo(ctx: Ctx, ref: ReplyRef, otherwise: string | null): string | undefined {
  return ownReplyAddress(ctx, ref) ?? otherwise ?? undefined
}

/** The address of ours that files a mail; null where no mail comes in. */
export const ownReplyAddress = (ctx: Ctx, ref: ReplyRef): string | null =>
  env.MAIL_REPLY_DOMAIN ? replyAddress(ctx.keys, ref, env.MAIL_REPLY_DOMAIN) : null
