import type { SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contactSchema } from '#app/accounts/account.ts'
import { ContactForm } from '#app/accounts/components/contact-form.tsx'
import { getAccount } from '#app/accounts/get-account.server.ts'
import { accountWords, contactWords as words } from '#app/accounts/page-words.ts'
import { badForm, orRefused } from '#app/accounts/refused-form.server.ts'
import { createContact } from '#app/accounts/save-contact.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'contacts.edit', title: words.add }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const id = new URL(request.url).searchParams.get('account')
  const account = id ? await getAccount(context.ctx, id) : null
  return { account: account && { id: account.id, name: account.name } }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, contactSchema, context.locale)
  if (form.status !== 'success') return badForm(form, context)
  return orRefused(form, context, async () => {
    const id = await createContact(context.ctx, form.value)
    return saidRedirect(
      `/contacts/${id}`,
      { text: translator(context.locale)(accountWords.added, { name: form.value.name }) },
      context,
    )
  })
}

export default function NewContact() {
  const t = useT()
  const { account } = useLoaderData<typeof loader>()
  const sent = useActionData<{ result?: SubmissionResult }>()
  const back = account ? `/accounts/${account.id}` : '/contacts'
  const crumbs = account ? [{ label: t(accountWords.accounts), to: '/accounts' }, { label: account.name, to: back }] : [{ label: t(words.contacts), to: back }] // prettier-ignore
  return (
    <Page title={t(words.add)} crumbs={crumbs} narrow>
      <ContactForm values={{ accountId: account?.id ?? '' }} account={account} result={sent?.result} back={back} />
    </Page>
  )
}
