import type { SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listColleagues } from '#app/access/list-teams.server.ts'
import { accountSchema } from '#app/accounts/account.ts'
import { AccountForm } from '#app/accounts/components/account-form.tsx'
import { getAccount } from '#app/accounts/get-account.server.ts'
import { accountWords as words } from '#app/accounts/page-words.ts'
import { badForm, orRefused } from '#app/accounts/refused-form.server.ts'
import { editAccount } from '#app/accounts/save-account.server.ts'
import { Forbidden } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { exponentOf } from '#app/ui/formats.ts'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'accounts.edit', title: words.edit }

export async function loader({ params, context }: LoaderFunctionArgs) {
  const account = await getAccount(context.ctx, params.id!)
  if (!account.mayEdit) throw new Forbidden()
  const { people, holds: _h, children: _c, ...row } = account
  const sponsor = row.sponsorId && row.sponsorName ? [{ id: row.sponsorId, name: row.sponsorName }] : []
  const others = people.filter((person) => person.state === 'active' && person.id !== row.sponsorId)
  const seller = row.salesId && row.salesName ? [{ id: row.salesId, name: row.salesName }] : []
  const colleagues = (await listColleagues(context.ctx)).filter((one) => one.id !== row.salesId)
  const options = (list: { id: string; name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }))
  return { row, people: options([...sponsor, ...others]), colleagues: options([...seller, ...colleagues]) }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readForm(request, accountSchema.extend({ seenAt: z.coerce.number().int() }), context.locale)
  if (form.status !== 'success') return badForm(form, context)
  return orRefused(form, context, async () => {
    const { seenAt, ...values } = form.value
    await editAccount(context.ctx, { id: params.id!, seenAt }, values)
    return saidRedirect(`/accounts/${params.id!}`, { text: translator(context.locale)(words.saved) }, context)
  })
}

export default function EditAccount() {
  const t = useT()
  const { row, people, colleagues } = useLoaderData<typeof loader>()
  const sent = useActionData<{ result?: SubmissionResult }>()
  const text = (value: string | null) => value ?? ''
  const values = {
    name: row.name,
    externalId: text(row.externalId),
    domain: text(row.domain),
    industry: text(row.industry),
    region: text(row.region),
    zone: text(row.zone),
    plan: text(row.plan),
    tier: text(row.tier),
    stage: text(row.stage),
    products: row.products.join(', '),
    arr:
      row.arrMinor === null
        ? ''
        : (row.arrMinor / 10 ** exponentOf(row.currency ?? 'USD')).toFixed(exponentOf(row.currency ?? 'USD')),
    currency: text(row.currency),
    startedOn: text(row.startedOn),
    renewalOn: text(row.renewalOn),
    health: row.health,
    isInternal: row.isInternal ? 'on' : '',
    parent: text(row.parentName),
    salesId: text(row.salesId),
    sponsorId: text(row.sponsorId),
  }
  return (
    <Page
      title={t(words.edit)}
      crumbs={[
        { label: t(words.accounts), to: '/accounts' },
        { label: row.name, to: `/accounts/${row.id}` },
      ]}
      narrow
    >
      <AccountForm
        values={values}
        seenAt={row.updatedAt}
        result={sent?.result}
        back={`/accounts/${row.id}`}
        colleagues={colleagues}
        people={people}
      />
    </Page>
  )
}
