import type { ActionFunctionArgs } from '@remix-run/node'
import { getAccount } from '#app/accounts/get-account.server.ts'
import { accountWords as words } from '#app/accounts/page-words.ts'
import { changeOwner } from '#app/loop/change-owner.server.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'accounts.edit' }

export async function action({ params, request, context }: ActionFunctionArgs) {
  const id = params.id!
  const form = await formOf(request)
  const before = await changeOwner(context.ctx, { id, ownerId: String(form.get('ownerId') ?? '') || null })
  const { name } = await getAccount(context.ctx, id)
  const t = translator(context.locale)
  const undo = { action: `/accounts/${id}/owner`, fields: { ownerId: before ?? '' }, label: t(uiWords.undo) }
  return saidRedirect(`/accounts/${id}`, { text: t(words.moved, { name }), undo }, context)
}
