import { Resend, type CreateEmailOptions } from 'resend'
import { classify } from '#app/email/classify.ts'
import type { OutgoingFile, OutgoingMail, Transport } from '#app/email/transport.ts'

export interface ResendOptions {
  apiKey: string
  baseUrl: string
  /** Milliseconds; less than a lease. */
  timeout?: number
}

/**
 * Sends through Resend: up to 100 mails a request, each request under an idempotency key. A mail with files goes alone, since
 * the request for many takes none.
 */
export function resendTransport({ apiKey, baseUrl, timeout = 15_000 }: ResendOptions): Transport {
  const resend = new Resend(apiKey, { baseUrl: baseUrl.replace(/\/+$/, '') })

  return {
    name: 'resend',
    most: 100,
    keys: true,
    async send(mails, key) {
      const options = { idempotencyKey: key, signal: AbortSignal.timeout(timeout) }
      const [only] = mails
      const { data, error, headers } =
        mails.length === 1
          ? await resend.emails.send(wire(only!), options)
          : await resend.batch.send(mails.map(wire), options)
      if (error) {
        const said = {
          name: String(error.name ?? 'unknown'),
          status: headers ? (error.statusCode ?? 500) : null,
          headers: headers ?? {},
        }
        return { ok: false, verdict: classify(said, Date.now()) }
      }
      const given: unknown[] = 'data' in data ? data.data : [data]
      return { ok: true, ids: mails.map((_, i) => idOf(given[i])) }
    },
  }
}

const idOf = (given: unknown) => {
  const id = (given as { id?: unknown } | undefined)?.id
  return typeof id === 'string' && id !== '' && id.length <= 200 ? id : null
}

function wire(mail: OutgoingMail): CreateEmailOptions {
  return {
    from: mail.from,
    to: [mail.to],
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    // In one order always: the provider compares what comes again under a key with what came first.
    headers: Object.fromEntries(Object.entries(mail.headers).sort(([a], [b]) => (a < b ? -1 : 1))),
    ...(mail.replyTo !== null && { replyTo: mail.replyTo }),
    ...(mail.files && { attachments: mail.files.map(attached) }),
  }
}

const attached = ({ name, mime, content }: OutgoingFile) => ({
  filename: name,
  contentType: mime,
  content: content.toString('base64'),
})
