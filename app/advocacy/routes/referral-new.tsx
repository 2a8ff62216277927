import { useForm, getFormProps } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { findPeople } from '#app/accounts/find-customers.server.ts'
import { badForm } from '#app/accounts/refused-form.server.ts'
import { addReferral, addReferralInput, getReferrer } from '#app/advocacy/referrals/add-referral.server.ts'
import { longestCompany, longestMessage } from '#app/advocacy/referrals/referral.ts'
import { orReferralRefused } from '#app/advocacy/referrals/refused-referral.server.ts'
import { referralWords as words } from '#app/advocacy/referrals/words.ts'
import { authorise } from '#app/audit/context.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Input, Textarea } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'advocates.edit', title: words.add }

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  authorise(ctx, 'advocates.edit')
  const query = new URL(request.url).searchParams
  const contact = query.get('referrer')
  const q = (query.get('q') ?? '').slice(0, 100)
  if (contact) return { referrer: await getReferrer(ctx, contact), q, found: [] }
  return { referrer: null, q, found: q ? await findPeople(ctx, q, 20) : [] }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, addReferralInput, context.locale)
  if (form.status !== 'success') return badForm(form, context)
  return orReferralRefused(form, context, async () => {
    const { message, ...lead } = form.value
    const { id, fresh } = await addReferral(context.ctx, { ...lead, message: message ?? undefined })
    const text = translate(context.locale, fresh ? words.saidAdded : words.saidKnown)
    return saidRedirect(`/referrals/${id}`, { text, tone: fresh ? 'good' : 'warn' }, context)
  })
}

export default function NewReferral() {
  const t = useT()
  const { referrer, q, found } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t(words.add)}
      lead={referrer ? [referrer.name, referrer.account].filter(Boolean).join(' · ') : t(words.addLead)}
      crumbs={[{ label: t(words.referrals), to: '/referrals' }]}
      narrow
    >
      {referrer ? (
        <Card>
          <LeadForm contactId={referrer.id} />
        </Card>
      ) : (
        <Card title={t(words.whoRecommends)}>
          <form method="get" role="search" className="flex flex-wrap items-end gap-2" key={q}>
            <Input label={t(words.findPerson)} name="q" type="search" maxLength={100} defaultValue={q} required />
            <Button>{t(uiWords.search)}</Button>
          </form>
          {q && found.length === 0 ? <p className="text-muted">{t(words.nobodyFound)}</p> : null}
          <ul className="flex flex-col">
            {found.map(({ id, name, account }) => (
              <li key={id} className="border-t border-line first:border-t-0">
                <Link
                  to={`/referrals/new?referrer=${id}`}
                  className="flex min-h-9 flex-wrap items-center gap-x-2 text-accent hover:underline"
                >
                  {name}
                  <span className="text-muted">{account}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  )
}

function LeadForm({ contactId }: { contactId: string }) {
  const t = useT()
  const sent = useActionData<typeof action>()
  const [form, fields] = useForm<Record<'name' | 'email' | 'company' | 'message', string>>({
    id: 'lead',
    lastResult: sent?.result,
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
      <input type="hidden" name="contactId" value={contactId} />
      <p className="text-muted">{t(words.addLead)}</p>
      <Input field={fields.name} label={t(words.name)} maxLength={200} required />
      <Input field={fields.email} label={t(words.email)} type="email" maxLength={254} required />
      <Input field={fields.company} label={t(words.company)} maxLength={longestCompany} required />
      <Textarea field={fields.message} label={t(words.message)} maxLength={longestMessage} />
      <ButtonRow>
        <Button variant="primary" busy={useBusy()}>
          {t(uiWords.save)}
        </Button>
        <LinkButton to="/referrals" variant="quiet">
          {t(uiWords.cancel)}
        </LinkButton>
      </ButtonRow>
    </Form>
  )
}
