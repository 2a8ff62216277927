import type { SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { listColleagues } from '#app/access/list-teams.server.ts'
import { accountSchema } from '#app/accounts/account.ts'
import { AccountForm } from '#app/accounts/components/account-form.tsx'
import { accountWords as words } from '#app/accounts/page-words.ts'
import { badForm, orRefused } from '#app/accounts/refused-form.server.ts'
import { createAccount } from '#app/accounts/save-account.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'accounts.edit', title: words.add }

export const loader = async ({ context }: LoaderFunctionArgs) => ({
  currency: (await getOrganisation(context.ctx)).baseCurrency,
  colleagues: (await listColleagues(context.ctx)).map(({ id, name }) => ({ value: id, label: name })),
})

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, accountSchema, context.locale)
  if (form.status !== 'success') return badForm(form, context)
  return orRefused(form, context, async () => {
    const id = await createAccount(context.ctx, form.value)
    return saidRedirect(
      `/accounts/${id}`,
      { text: translator(context.locale)(words.added, { name: form.value.name }) },
      context,
    )
  })
}

export default function NewAccount() {
  const t = useT()
  const { currency, colleagues } = useLoaderData<typeof loader>()
  const sent = useActionData<{ result?: SubmissionResult }>()
  return (
    <Page title={t(words.add)} crumbs={[{ label: t(words.accounts), to: '/accounts' }]} narrow>
      <AccountForm
        values={{ currency, health: 'unknown' }}
        result={sent?.result}
        back="/accounts"
        colleagues={colleagues}
        people={[]}
      />
    </Page>
  )
}
