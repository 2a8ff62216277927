import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { decideSuggestion } from '#app/delivery/decide-suggestion.server.ts'
import { suggestionWords as words } from '#app/delivery/suggestion-words.ts'
import { reasonOf } from '#app/delivery/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'

export const handle = { access: 'contacts.edit' }

const schema = z.object({
  decide: z.enum(['approve', 'refuse']),
  from: z.enum(['today', 'account']).default('account'),
})

/** Agrees to a colleague whom a customer named, or doesn't. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request, schema, context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { decide, from } = form.value
  const { name, accountId, invited } = await decideSuggestion(context.ctx, { id: params.id!, approve: decide === 'approve' }) // prettier-ignore
  const t = translator(context.locale)
  const text =
    decide === 'refuse'
      ? t(words.refused)
      : invited === null
        ? t(words.addedOnly, { name })
        : invited.state === 'deferred'
          ? t(words.addedLater, { name })
          : invited.reason
            ? t(words.addedNot, { name, reason: t(reasonOf(invited.reason)) })
            : t(words.invited, { name })
  return saidRedirect(from === 'account' && accountId ? `/accounts/${accountId}` : '/', { text }, context)
}
