import { toPlainText } from '@react-email/render'
import { Resend } from 'resend'
import { z } from 'zod'
import { longestInbound, type InboundMail } from '#app/email/inbound.ts'
import { env } from '#app/platform/env.server.ts'

const addresses = z.array(z.string()).nullish()
const mailSchema = z.object({
  from: z.string().catch(''),
  to: addresses,
  cc: addresses,
  bcc: addresses,
  received_for: addresses,
  subject: z.string().nullish(),
  text: z.string().nullish(),
  html: z.string().nullish(),
  headers: z.record(z.string(), z.unknown()).nullish(),
  attachments: z
    .array(z.object({ filename: z.string().nullish(), content_disposition: z.string().nullish() }))
    .nullish()
    .catch(null),
})

/** A mail that the provider has received, by the provider's id. @throws when it can't be had (yet) */
export async function fetchInbound(providerId: string): Promise<InboundMail> {
  if (!env.RESEND_API_KEY) throw new Error('RESEND_API_KEY is not set, so received mail can’t be fetched')
  const resend = new Resend(env.RESEND_API_KEY, { baseUrl: env.RESEND_BASE_URL.replace(/\/+$/, '') })
  const { data, error } = await resend.emails.receiving.get(
    encodeURIComponent(providerId),
    {},
    { signal: AbortSignal.timeout(20_000) },
  )
  if (error) throw new Error(`the provider doesn’t give the mail: ${error.name} (${error.statusCode ?? 'no answer'})`)
  return readProvided(data)
}

/** The provider's form of a received mail in ours. Its HTML is only ever turned into text. */
export function readProvided(data: unknown): InboundMail {
  const mail = mailSchema.parse(data)
  const text = mail.text ?? ''
  return {
    from: mail.from,
    to: [mail.to, mail.cc, mail.bcc, mail.received_for].flatMap((some) => some ?? []),
    subject: mail.subject ?? '',
    text: text.trim() === '' && mail.html ? textOf(mail.html) : text.slice(0, 2 * longestInbound),
    // What stands in the text itself is a logo more often than not.
    attachments: (mail.attachments ?? [])
      .filter((file) => file.content_disposition !== 'inline')
      .map((file) => file.filename ?? '?'),
    headers: Object.fromEntries(
      Object.entries(mail.headers ?? {}).map(([name, value]) => [name.toLowerCase(), headerText(value)]),
    ),
  }
}

const headerText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value ?? '')).slice(0, 2_000)

/** HTML that is read of a mail: parsing what is nested without end takes time by its square. */
const longestHtml = 150_000

/** Pictures that stand inside the HTML are taken out first: they may be most of it. */
function textOf(html: string): string {
  const plain = html.replace(/data:[\w/+.-]{1,80};base64,[\w+/=\s]*/g, '')
  const text = toPlainText(plain.slice(0, longestHtml), {
    limits: { maxDepth: 100, maxChildNodes: 5_000, ellipsis: '…' },
  })
  return (plain.length > longestHtml ? `${text} […]` : text).slice(0, 2 * longestInbound)
}
