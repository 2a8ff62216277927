import type { Ctx } from '#app/audit/context.server.ts'
import { fromHeader, oneLine } from '#app/email/address.ts'
import type { Outbox } from '#app/email/outbox.ts'
import type { Message } from '#app/email/template.ts'
import type { messageBodies } from '#db/schema/email.ts'

export type Body = typeof messageBodies.$inferSelect

/** A message in its final words, safe to stand in headers and to store on both engines. */
export async function renderMessage(
  ctx: Ctx,
  outbox: Pick<Outbox, 'mailTemplates' | 'from'>,
  message: Message,
): Promise<Body> {
  const load = outbox.mailTemplates[message.template]
  if (!load) throw new Error(`no template of this name: ${message.template}`)
  const template = await load()
  const rendered = await template(ctx, message)
  const headers = Object.entries(rendered.headers ?? {}).filter(([name]) => /^[A-Za-z0-9-]+$/.test(name))
  return {
    messageId: message.id,
    from: fromHeader(outbox.from, rendered.fromName),
    replyTo: rendered.replyTo === undefined ? null : oneLine(rendered.replyTo),
    subject: oneLine(rendered.subject).slice(0, 300),
    html: storable(rendered.html),
    text: storable(rendered.text),
    headers: Object.fromEntries(headers.map(([name, value]) => [name, oneLine(value)])),
    expiresAt: null,
  }
}

/** PostgreSQL takes neither NUL nor half a character. */
const storable = (text: string) => text.toWellFormed().replaceAll('\0', '')
