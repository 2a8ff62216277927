import type { ActionFunctionArgs } from '@remix-run/node'
import { saveView } from '#app/access/save-view.server.ts'
import { viewWords as words } from '#app/access/view-words.ts'
import { newView } from '#app/access/view.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'

export const handle = { access: 'self.edit' }

/** Keeps the filter of a list under a name, and goes to it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const given = newView.safeParse(Object.fromEntries(await formOf(request)))
  if (!given.success) throw new Refusal(400, 'bad_request')
  const { list, name, query, shared } = given.data
  const view = await saveView(context.ctx, { list, name, query, shared })
  const text = translator(context.locale)(words.saved, { name })
  return saidRedirect(`/${list}?${view.query}`, { text }, context)
}
