import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { AccountPicker } from '#app/accounts/components/account-picker.tsx'
import { fieldWords } from '#app/accounts/field-words.ts'
import { getAccount } from '#app/accounts/get-account.server.ts'
import { getContact } from '#app/accounts/get-contact.server.ts'
import { leavingSchema } from '#app/accounts/leaving.ts'
import { contactWords as words } from '#app/accounts/page-words.ts'
import { badForm, orRefused } from '#app/accounts/refused-form.server.ts'
import { can } from '#app/audit/can.ts'
import { listCases } from '#app/cases/list-cases.server.ts'
import { letContactLeave } from '#app/loop/let-contact-leave.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { isoOfDay } from '#app/platform/day.ts'
import { Conflict, Forbidden } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Input, Select } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'contacts.edit', title: words.leave }

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  const contact = await getContact(ctx, params.id!)
  if (!contact.mayEdit) throw new Forbidden()
  if (contact.state !== 'active') throw new Conflict('contact_left_already')
  const account = contact.accountId === null ? null : await getAccount(ctx, contact.accountId)
  const open = account && can(ctx.actor, 'cases.read') ? await listCases(ctx, { account: account.id, limit: 5 }) : null
  return {
    contact: { id: contact.id, name: contact.name, updatedAt: contact.updatedAt },
    account: account && { id: account.id, name: account.name, isSponsor: account.sponsorId === contact.id },
    colleagues: (account?.people ?? [])
      .filter((person) => person.id !== contact.id && person.state === 'active')
      .map(({ id, name }) => ({ value: id, label: name })),
    cases: (open?.cases ?? []).map(({ id }) => id),
    today: isoOfDay(dayOf(ctx.now(), (await getOrganisation(ctx)).zone)),
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readForm(request, leavingSchema, context.locale)
  if (form.status !== 'success') return badForm(form, context)
  return orRefused(form, context, async () => {
    const id = params.id!
    const { how, successor } = form.value
    const gone = await letContactLeave(context.ctx, id, form.value)
    const t = translator(context.locale)
    const undo = { action: `/contacts/${id}/return`, fields: { sponsor: gone.wasSponsor ? 'yes' : '' }, label: t(uiWords.undo) } // prettier-ignore
    return saidRedirect(
      `/contacts/${id}`,
      {
        text: t(how === 'moved' ? words.hasMoved : words.hasLeft, { name: gone.name, n: gone.stopped }),
        ...(how === 'left' && successor !== 'new' && gone.stopped === 0 && { undo }),
      },
      context,
    )
  })
}

interface Values {
  how: string
  on: string
  to: string
  email: string
  successor: string
  successorName: string
  successorEmail: string
}

export default function Leave() {
  const t = useT()
  const busy = useBusy()
  const { contact, account, colleagues, cases, today } = useLoaderData<typeof loader>()
  const sent = useActionData<{ result?: SubmissionResult }>()
  const [form, fields] = useForm<Values>({
    id: 'leave',
    lastResult: sent?.result,
    defaultValue: { how: 'left', on: today },
  })
  return (
    <Page
      title={t(words.leaveTitle, { name: contact.name })}
      crumbs={[
        { label: t(words.contacts), to: '/contacts' },
        { label: contact.name, to: `/contacts/${contact.id}` },
      ]}
      narrow
    >
      <Notice tone="info" title={t(words.leaveWhat)}>
        {account && cases.length ? (
          <p>
            {t(words.leaveCases, { account: account.name })}{' '}
            {cases.map((id) => (
              <Link key={id} to={`/cases/${id}`} className="mr-2 text-accent underline">
                {t(words.openCase)}
              </Link>
            ))}
          </p>
        ) : null}
        {account?.isSponsor ? <p>{t(words.leaveSponsor)}</p> : null}
      </Notice>
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
        <input type="hidden" name="seenAt" value={contact.updatedAt} />
        <RadioGroup
          field={fields.how}
          label={t(words.how)}
          options={[
            { value: 'left', label: t(words.howLeft) },
            { value: 'moved', label: t(words.howMoved) },
          ]}
        />
        <Input field={fields.on} type="date" label={t(words.since)} required />
        <div className="grid gap-4 sm:grid-cols-2">
          <AccountPicker field={fields.to} label={t(words.movedTo)} hint={t(words.movedToHint)} />
          <Input field={fields.email} type="email" label={t(words.newAddress)} hint={t(words.newAddressHint)} />
        </div>
        <div className="grid gap-4 sm:grid-cols-3">
          <Select
            field={fields.successor}
            label={t(words.successor)}
            hint={t(words.successorHint)}
            empty={t(words.noSuccessor)}
            options={[...colleagues, { value: 'new', label: t(words.newPerson) }]}
          />
          <Input field={fields.successorName} label={t(fieldWords.name)} hint={t(words.ifNew)} />
          <Input field={fields.successorEmail} type="email" label={t(fieldWords.email)} hint={t(words.ifNew)} />
        </div>
        <ButtonRow>
          <Button variant="primary" busy={busy}>
            {t(uiWords.save)}
          </Button>
          <LinkButton to={`/contacts/${contact.id}`} variant="quiet">
            {t(uiWords.cancel)}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  )
}
