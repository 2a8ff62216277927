import type { ActionFunctionArgs } from '@remix-run/node'
import { letContactReturn } from '#app/accounts/let-contact-go.server.ts'
import { contactWords as words } from '#app/accounts/page-words.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'

export const handle = { access: 'contacts.edit' }

/** Somebody who was said to have left is there after all. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const name = await letContactReturn(context.ctx, params.id!, { sponsor: form.get('sponsor') === 'yes' })
  return saidRedirect(`/contacts/${params.id!}`, { text: translate(context.locale, words.returned, { name }) }, context)
}
