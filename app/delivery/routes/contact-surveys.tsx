import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { Send } from 'lucide-react'
import { getContact } from '#app/accounts/get-contact.server.ts'
import { can } from '#app/audit/can.ts'
import { Explanations } from '#app/delivery/components/explanations.tsx'
import { explainContact } from '#app/delivery/explain-contact.server.ts'
import { listInvitations } from '#app/delivery/list-invitations.server.ts'
import { listPreferences } from '#app/delivery/list-preferences.server.ts'
import { deliveryWords, personWords, reasonOf } from '#app/delivery/words.ts'
import { newId } from '#app/platform/ids.server.ts'
import { listPrograms } from '#app/surveys/list-programs.server.ts'
import { Button, ButtonRow, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { Select } from '#app/ui/field.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'accounts.read', title: personWords.invitations }

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  const contact = await getContact(ctx, params.contactId!)
  const live = (await listPrograms(ctx)).filter((program) => program.state === 'live')
  const wishes = await listPreferences(ctx, contact.id)
  return {
    contact: { id: contact.id, name: contact.name, active: contact.state === 'active' },
    invitations: await listInvitations(ctx, contact.id),
    explained: await explainContact(ctx, contact.id),
    programs: live.map(({ id, name }) => ({ value: id, label: name })),
    wish: wishes.find((wish) => wish.scope === 'all')?.choice ?? 'any',
    mayInvite: contact.mayEdit && can(ctx.actor, 'invitations.create'),
    mayEdit: contact.mayEdit,
    once: newId('ask'),
  }
}

export default function ContactSurveys() {
  const { contact, invitations, explained, programs, wish, mayInvite, mayEdit, once } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  return (
    <Page
      title={t(personWords.title, { name: contact.name })}
      crumbs={[
        { to: '/contacts', label: t(personWords.contacts) },
        { to: `/contacts/${contact.id}`, label: contact.name },
      ]}
      narrow
    >
      {mayInvite && contact.active ? <Invite contactId={contact.id} programs={programs} once={once} /> : null}
      {explained.length ? (
        <Section title={t(personWords.whyTitle)}>
          <Explanations explained={explained} />
        </Section>
      ) : null}
      <Section title={t(personWords.invitations)}>
        {invitations.length === 0 ? (
          <p className="text-muted">{t(personWords.none)}</p>
        ) : (
          <Table
            caption={t(personWords.invitations)}
            rows={invitations}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'program',
                head: t(deliveryWords.program),
                main: true,
                cell: (row) => (
                  <Link
                    to={row.waveId ? `/waves/${row.waveId}` : `/programs/${row.programId}`}
                    className="hover:text-accent hover:underline"
                  >
                    {row.program}
                  </Link>
                ),
              },
              {
                key: 'when',
                head: t(personWords.when),
                cell: (row) => <Time at={row.answeredAt ?? row.sentAt ?? row.dueAt} absolute />,
              },
              {
                key: 'state',
                head: t(personWords.state),
                cell: (row) =>
                  [
                    t(row.answeredAt ? personWords.answered : personWords[row.state]),
                    row.reason && t(reasonOf(row.reason)),
                    row.nextPossibleAt && t(personWords.notBefore, { when: format.date(row.nextPossibleAt) }),
                  ]
                    .filter(Boolean)
                    .join(' · '),
              },
            ]}
          />
        )}
      </Section>
      {mayEdit ? <Wish contactId={contact.id} wish={wish} /> : null}
    </Page>
  )
}

function Invite({
  contactId,
  programs,
  once,
}: {
  contactId: string
  programs: { value: string; label: string }[]
  once: string
}) {
  const t = useT()
  const action = `/contacts/${contactId}/invite`
  const busy = useBusy(action)
  if (programs.length === 0) return <p className="text-muted">{t(personWords.noLive)}</p>
  return (
    <Card title={t(personWords.invite)}>
      <Form method="post" action={action} className="flex flex-col gap-3">
        <input type="hidden" name="externalId" value={once} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Select label={t(deliveryWords.program)} name="programId" options={programs} required />
          <Select
            label={t(personWords.when)}
            name="delayMinutes"
            options={[
              { value: '0', label: t(personWords.now) },
              { value: '60', label: t(personWords.inHours, { n: 1 }) },
              { value: '1440', label: t(personWords.inDays, { n: 1 }) },
              { value: '4320', label: t(personWords.inDays, { n: 3 }) },
              { value: '10080', label: t(personWords.inDays, { n: 7 }) },
            ]}
          />
        </div>
        <Checkbox name="anyHour" label={t(personWords.atOnce)} />
        <ButtonRow>
          <Button variant="primary" icon={Send} busy={busy}>
            {t(personWords.send)}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

function Wish({ contactId, wish }: { contactId: string; wish: string }) {
  const t = useT()
  const action = `/contacts/${contactId}/wish`
  const busy = useBusy(action)
  return (
    <Card title={t(personWords.wishes)}>
      <Form method="post" action={action} className="flex flex-col gap-3">
        <RadioGroup
          label={t(personWords.wishAll)}
          name="choice"
          defaultValue={wish}
          inline
          options={[
            { value: 'any', label: t(personWords.asBefore) },
            { value: 'half', label: t(personWords.half) },
            { value: 'off', label: t(personWords.off) },
          ]}
        />
        <ButtonRow>
          <Button busy={busy}>{t(uiWords.save)}</Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
