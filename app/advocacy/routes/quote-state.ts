import type { ActionFunctionArgs } from '@remix-run/node'
import { changeQuote } from '#app/advocacy/quotes/change-quote.server.ts'
import { changeQuoteForm } from '#app/advocacy/quotes/quote-form.ts'
import { quoteSaidWords } from '#app/advocacy/quotes/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'

export const handle = { access: 'advocates.edit' }

/** Sends, publishes, takes down, moves or deletes a quote. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request, changeQuoteForm, context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { verb } = form.value
  await changeQuote(context.ctx, { ...form.value, id: params.id! })
  const inList = verb === 'up' || verb === 'down'
  const to = inList ? '/quotes?state=published' : verb === 'remove' ? '/quotes' : `/quotes/${params.id}`
  return saidRedirect(to, { text: translate(context.locale, quoteSaidWords[verb]) }, context)
}
