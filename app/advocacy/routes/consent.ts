import type { ActionFunctionArgs } from '@remix-run/node'
import { withdrawConsent, withdrawInput } from '#app/advocacy/withdraw-consent.server.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { advocacyWords } from '#app/advocacy/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'

export const handle = { access: 'advocates.edit' }

/** Keeps that a person takes back what they agreed to. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request, withdrawInput.omit({ contactId: true }), context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { kind } = form.value
  await withdrawConsent(context.ctx, { contactId: params.contactId!, kind })
  const t = translator(context.locale)
  const text = t(advocacyWords.consentWithdrawn, { kind: t(askKindNames[kind]) })
  return saidRedirect(`/contacts/${params.contactId}`, { text }, context)
}
