import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { confirmMessageSent, retryMessage } from '#app/email/retry-message.server.ts'
import { tryTransport } from '#app/email/transports.server.ts'
import { cancelJob } from '#app/jobs/cancel-job.server.ts'
import { retryJob } from '#app/jobs/retry-job.server.ts'
import { jobWords } from '#app/jobs/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'

export const handle = { access: 'jobs.edit' }

const schema = z.object({
  intent: z.enum(['retry', 'cancel', 'send-again', 'was-sent', 'try-transport']),
  id: z.string().min(1).max(60),
  tab: z
    .string()
    .regex(/^[a-z-]{1,20}$/)
    .optional(),
})

/** What an admin does about one job, one mail, or a way out that is paused. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, schema, context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { ctx, locale } = context
  const { intent, id, tab } = form.value
  const word = await {
    retry: () => retryJob(ctx, { id }).then(() => jobWords.retried),
    cancel: () => cancelJob(ctx, { id }).then(() => jobWords.cancelled),
    'send-again': () => retryMessage(ctx, { id }).then(() => jobWords.mailRetried),
    'was-sent': () => confirmMessageSent(ctx, { id }).then(() => jobWords.mailConfirmed),
    'try-transport': () => tryTransport(ctx, { name: id }).then(() => jobWords.transportTried),
  }[intent]()
  return saidRedirect(tab ? `/jobs?tab=${tab}` : '/jobs', { text: translate(locale, word) }, context)
}
