import type { ActionFunctionArgs } from '@remix-run/node'
import { barForm, changeBar } from '#app/advocacy/rewards/bars.server.ts'
import { giftWords as words } from '#app/advocacy/rewards/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'

export const handle = { access: 'gifts.bar' }

/** Marks somebody, or an account, as not allowed to accept gifts, or ends that. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, barForm, context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { party, verb } = form.value
  await changeBar(context.ctx, { ...form.value, note: form.value.note ?? undefined })
  const id = party.slice(4)
  const back = party.startsWith('acc:') ? `/accounts/${id}?tab=advocacy` : `/contacts/${id}`
  return saidRedirect(
    back,
    { text: translate(context.locale, verb === 'bar' ? words.saidBar : words.saidLift) },
    context,
  )
}
