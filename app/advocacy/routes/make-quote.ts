import type { ActionFunctionArgs } from '@remix-run/node'
import { makeQuote } from '#app/advocacy/quotes/make-quote.server.ts'
import { makeQuoteInput } from '#app/advocacy/quotes/quote-form.ts'
import { quoteWords as words } from '#app/advocacy/quotes/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'

export const handle = { access: 'advocates.edit' }

/** Makes a draft of what a happy customer wrote. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, makeQuoteInput, context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { id } = await makeQuote(context.ctx, form.value)
  return saidRedirect(`/quotes/${id}`, { text: translate(context.locale, words.made) }, context)
}
