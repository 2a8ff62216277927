import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { personWords } from '#app/delivery/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { preferenceChoices } from '#db/enums/delivery.ts'

export const handle = { access: 'contacts.edit' }

const schema = z.object({ choice: z.enum([...preferenceChoices, 'any']) })

/** Keeps what a person told a colleague, say on the phone. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request, schema, context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const choice = form.value.choice === 'any' ? null : form.value.choice
  await setPreference(context.ctx, { contactId: params.contactId!, scope: 'all', choice, source: 'staff' })
  return saidRedirect(
    `/contacts/${params.contactId}/surveys`,
    { text: translate(context.locale, personWords.wishSaved) },
    context,
  )
}
