import type { Verdict } from '#app/email/classify.ts'

/** A mail as it leaves: rendered, frozen, byte for byte the same at every try. */
export interface OutgoingMail {
  readonly messageId: string
  readonly to: string
  readonly from: string
  readonly replyTo: string | null
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly headers: Record<string, string>
}

export type SendResult = { ok: true; ids: (string | null)[] } | { ok: false; verdict: Verdict }

/** A way out of this machine. */
export interface Transport {
  readonly name: string
  /** Mails that one request may carry. */
  readonly most: number
  /** Sends all or none. The same key with the same mails may be sent again within a day, and is delivered once. */
  send(mails: OutgoingMail[], key: string): Promise<SendResult>
}
