import type { ActionFunctionArgs } from '@remix-run/node'
import { Webhook } from 'standardwebhooks'
import { system } from '#app/audit/actor.ts'
import { as } from '#app/audit/context.server.ts'
import { receiveProviderEvent } from '#app/email/receive-provider-event.server.ts'
import { env } from '#app/platform/env.server.ts'
import { mailStreams } from '#app/mails.server.ts'

export const handle = { access: 'public' }

/** Reports of Resend, signed over the raw body. */
export async function action({ request, context }: ActionFunctionArgs) {
  if (!env.RESEND_WEBHOOK_SECRET) return new Response('RESEND_WEBHOOK_SECRET is not set.\n', { status: 404 })
  const raw = await request.text()
  const header = (name: string) => request.headers.get(`svix-${name}`) ?? request.headers.get(`webhook-${name}`) ?? ''
  let body: unknown
  try {
    body = new Webhook(env.RESEND_WEBHOOK_SECRET).verify(raw, {
      'webhook-id': header('id'),
      'webhook-timestamp': header('timestamp'),
      'webhook-signature': header('signature'),
    })
  } catch {
    return new Response('The signature does not fit.\n', { status: 401 })
  }
  const fresh = await receiveProviderEvent(as(context.ctx, system('resend')), mailStreams, header('id'), body)
  return new Response(fresh === null ? 'ignored\n' : fresh ? 'taken\n' : 'known\n', { status: 200 })
}

export const loader = () => new Response(null, { status: 405, headers: { allow: 'POST' } })
