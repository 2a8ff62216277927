import type { LoaderFunctionArgs } from '@remix-run/node'
import { getMail } from '#app/email/list-mail.server.ts'
import { maskSecrets, openMailbox } from '#app/email/mailbox-door.server.ts'
import { NotFound } from '#app/platform/errors.ts'

/** The door is in the loader: who sits at this machine needs no account. */
export const handle = { access: 'public' }

const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ')

/** A mail's HTML alone, as a mail program shows it: nothing in it may run, load or send. Links open a new tab. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const door = openMailbox(context, request.headers)
  const mail = await getMail(door.ctx, params.id!)
  if (!mail?.body) throw new NotFound()
  const html = maskSecrets(mail.body.html, door, mail.message.userId)
  const opening = '<base target="_blank">'
  const withBase = /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + opening) : opening + html
  return new Response(withBase, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-frame-options': 'SAMEORIGIN',
      'cache-control': 'no-store',
    },
  })
}
