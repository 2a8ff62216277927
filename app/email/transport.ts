import type { Verdict } from '#app/email/classify.ts'

export interface OutgoingFile {
  readonly name: string
  readonly mime: string
  readonly content: Buffer
}

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
  readonly files?: readonly OutgoingFile[]
}

export type SendResult =
  | { ok: true; ids: (string | null)[] }
  /** `said`: the server's own words, without addresses, for whoever looks into it. */
  | { ok: false; verdict: Verdict; said?: string }

/** A way out of this machine. */
export interface Transport {
  readonly name: string
  /** Mails that one request may carry. */
  readonly most: number
  /**
   * Whether the same key with the same mails may be sent again within a day, and is delivered once. Without keys, what
   * got no clear answer, or whose process died, is never tried again by itself: a person decides.
   */
  readonly keys: boolean
  /** The longest that one `send` takes, in milliseconds, when it may be more than a lease. */
  readonly longest?: number
  /** Sends all or none. */
  send(mails: OutgoingMail[], key: string): Promise<SendResult>
  /** Hangs up, once nothing is under way. */
  close?(): void
}
