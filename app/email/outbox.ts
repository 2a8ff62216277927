import type { MailStreams } from '#app/email/settled.server.ts'
import type { MailTemplate } from '#app/email/template.ts'
import type { Transport } from '#app/email/transport.ts'
import type { Holder } from '#app/jobs/job.ts'

/** What the outbox works with: streams and templates of the rooms, and the way out. */
export interface Outbox {
  readonly mailStreams: MailStreams
  readonly mailTemplates: Record<string, () => Promise<MailTemplate>>
  /** Null: everything stays in the mailbox. */
  readonly transport: Transport | null
  /** Domains and addresses that mail may leave to; undefined is all. */
  readonly allow: string[]
  /** The sender, `Name <address>`. */
  readonly from: string
  /** Milliseconds to wait after a try that got no clear answer. */
  readonly backoff: (attempt: number) => number
  readonly holder: Holder
}
