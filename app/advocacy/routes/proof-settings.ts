import type { ActionFunctionArgs } from '@remix-run/node'
import { editProof } from '#app/advocacy/quotes/proof-settings.server.ts'
import { proofInput } from '#app/advocacy/quotes/quote-form.ts'
import { quoteWords as words } from '#app/advocacy/quotes/words.ts'
import { Invalid } from '#app/platform/errors.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'

export const handle = { access: 'settings.edit' }

/** Opens or closes the public pages of quotes. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { shown, origins } = Object.fromEntries(await formOf(request))
  const given = proofInput.safeParse({ shown, origins })
  if (!given.success) throw new Invalid('proof_origins')
  await editProof(context.ctx, { ...given.data, origins: given.data.origins.join('\n') })
  return saidRedirect('/quotes?state=published', { text: translate(context.locale, words.proofSaved) }, context)
}
