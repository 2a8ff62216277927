import type { ActionFunctionArgs } from '@remix-run/node'
import { duplicateWords as words } from '#app/accounts/duplicate-words.ts'
import { judgeDuplicate } from '#app/accounts/judge-duplicate.server.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'accounts.import' }

/** Not duplicates, or shown again after all. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const id = params.id!
  const as = form.get('as') === 'found' ? 'found' : 'dismissed'
  const pair = await judgeDuplicate(context.ctx, { id, as })
  const t = translator(context.locale)
  const names = { a: String(form.get('a') ?? '').slice(0, 80), b: String(form.get('b') ?? '').slice(0, 80) }
  const back = as === 'found'
  return saidRedirect(
    `/accounts/duplicates?list=${back ? 'dismissed' : pair.kind}`,
    {
      text: t(back ? words.saidRestored : words.saidDismissed, names),
      ...(!back && {
        undo: { action: `/accounts/duplicates/${id}`, fields: { as: 'found', ...names }, label: t(uiWords.undo) },
      }),
    },
    context,
  )
}
