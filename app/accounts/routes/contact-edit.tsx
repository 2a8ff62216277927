import type { SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { contactSchema } from '#app/accounts/account.ts'
import { ContactForm } from '#app/accounts/components/contact-form.tsx'
import { getContact } from '#app/accounts/get-contact.server.ts'
import { accountWords, contactWords as words } from '#app/accounts/page-words.ts'
import { badForm, orRefused } from '#app/accounts/refused-form.server.ts'
import { editContact } from '#app/accounts/save-contact.server.ts'
import { Forbidden } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'contacts.edit', title: words.edit }

export async function loader({ params, context }: LoaderFunctionArgs) {
  const contact = await getContact(context.ctx, params.id!)
  if (!contact.mayEdit) throw new Forbidden()
  const { holds: _h, searchKey: _s, ...row } = contact
  return { row }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readForm(request, contactSchema.extend({ seenAt: z.coerce.number().int() }), context.locale)
  if (form.status !== 'success') return badForm(form, context)
  return orRefused(form, context, async () => {
    const { seenAt, ...values } = form.value
    await editContact(context.ctx, { id: params.id!, seenAt }, values)
    return saidRedirect(`/contacts/${params.id!}`, { text: translator(context.locale)(accountWords.saved) }, context)
  })
}

export default function EditContact() {
  const t = useT()
  const { row } = useLoaderData<typeof loader>()
  const sent = useActionData<{ result?: SubmissionResult }>()
  const text = (value: string | null) => value ?? ''
  const account = row.accountId === null ? null : { id: row.accountId, name: row.accountName ?? '' }
  const values = {
    name: row.name,
    nameKana: text(row.nameKana),
    email: text(row.email),
    accountId: text(row.accountId),
    externalId: text(row.externalId),
    phone: text(row.phone),
    title: text(row.title),
    department: text(row.department),
    role: text(row.role),
    language: text(row.language),
    zone: text(row.zone),
    isTest: row.isTest ? 'on' : '',
    isShared: row.isShared ? 'on' : '',
  }
  return (
    <Page
      title={t(words.edit)}
      crumbs={[
        { label: t(words.contacts), to: '/contacts' },
        { label: row.name, to: `/contacts/${row.id}` },
      ]}
      narrow
    >
      <ContactForm
        values={values}
        account={account}
        seenAt={row.updatedAt}
        result={sent?.result}
        back={`/contacts/${row.id}`}
      />
    </Page>
  )
}
