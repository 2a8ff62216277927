import type { ActionFunctionArgs } from '@remix-run/node'
import { hideSetUp } from '#app/access/hide-set-up.server.ts'
import { setUpBackWords as words } from '#app/insights/set-up-back-words.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'settings.edit' }

/** Puts the set-up list away (`hidden=1`) or brings it back. */
export async function action({ request, context }: ActionFunctionArgs) {
  const hidden = (await formOf(request)).get('hidden') === '1'
  await hideSetUp(context.ctx, { hidden })
  const t = translator(context.locale)
  const undo = { action: '/set-up', fields: { hidden: '0' }, label: t(uiWords.undo) }
  return saidRedirect('/', { text: t(hidden ? words.hidden : words.shown), ...(hidden && { undo }) }, context)
}
