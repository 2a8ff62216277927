import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { seenDays } from '#app/advocacy/guards/guard.ts'
import { seeGuard, seeGuardInput } from '#app/advocacy/guards/see-guard.server.ts'
import { guardWords as words } from '#app/advocacy/guards/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'advocates.edit' }

/** The pages on which warnings stand, and nothing else: where a press leads is not for the form to say. */
const input = seeGuardInput.extend({
  back: z
    .string()
    .regex(/^\/(advocacy\/report|asks\/who|asks\/write|settings\/asks\/review)(\?[^\s\\]*)?$/)
    .catch('/advocacy/report'),
})

/** Puts a warning aside, or shows it again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const t = translator(context.locale)
  const form = await readForm(request, input, context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { guard, verb, back } = form.value
  await seeGuard(context.ctx, { guard, verb })
  const text = verb === 'see' ? t(words.seen, { n: seenDays }) : t(words.shown)
  const fields = { guard, verb: verb === 'see' ? 'show' : 'see', back }
  return saidRedirect(back, { text, undo: { action: '/advocacy/guards', fields, label: t(uiWords.undo) } }, context)
}
