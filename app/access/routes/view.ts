import type { ActionFunctionArgs } from '@remix-run/node'
import { localPath } from '#app/access/back.ts'
import { changeView } from '#app/access/change-view.server.ts'
import { viewWords as words } from '#app/access/view-words.ts'
import { viewChange } from '#app/access/view.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'self.edit' }

const said = {
  rename: words.renamed,
  share: words.sharedNow,
  unshare: words.unshared,
  delete: words.deleted,
  restore: words.restored,
}

/** Renames, shares, deletes or brings back a view of one's own. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const change = viewChange.safeParse(Object.fromEntries(form))
  if (!change.success) throw new Refusal(400, 'bad_request')
  const view = await changeView(context.ctx, params.id!, change.data)
  const t = translator(context.locale)
  const text = t(said[change.data.intent], { name: view.name })
  const back = localPath(form.get('back'), `/${view.list}`)
  if (change.data.intent !== 'delete') return saidRedirect(back, { text }, context)
  const undo = { action: `/views/${view.id}`, fields: { intent: 'restore', back }, label: t(uiWords.undo) }
  return saidRedirect(back, { text, undo }, context)
}
