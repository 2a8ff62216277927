import type { Ctx, TxCtx } from '#app/audit/context.server.ts'
import type { messages } from '#db/schema/email.ts'

export type Message = typeof messages.$inferSelect

export interface Rendered {
  /** Shown before the address of MAIL_FROM. */
  fromName?: string
  replyTo?: string
  subject: string
  html: string
  text: string
  headers?: Record<string, string>
}

/** Renders a message at its first claim. Secrets (links) are re-made here from ids. */
export type MailTemplate = (ctx: Ctx, message: Message) => Promise<Rendered>

export type MailOutcome = 'sent' | 'failed' | 'stopped' | 'bounced' | 'complained'

export interface MailStream {
  /** A reason code stops the message; null lets it go. */
  guard?: (ctx: TxCtx, message: Message) => Promise<string | null>
  /** Told in the transaction that acknowledges. */
  settled?: (ctx: TxCtx, message: Message, outcome: MailOutcome) => Promise<void>
}
