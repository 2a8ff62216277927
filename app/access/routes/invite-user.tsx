import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { languages } from '#app/access/components/profile-form.tsx'
import { RoleChoice } from '#app/access/components/role-choice.tsx'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { inviteUser } from '#app/access/invite-user.server.ts'
import { listTeams } from '#app/access/list-teams.server.ts'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { peopleWords as words, settingsWords } from '#app/access/settings-words.ts'
import { inviteSchema } from '#app/access/user.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Input, Select } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'users.edit', title: words.invite }

export async function loader({ context }: LoaderFunctionArgs) {
  const [teams, { locale }] = await Promise.all([listTeams(context.ctx), getOrganisation(context.ctx)])
  return { teams: teams.map((team) => ({ value: team.id, label: team.name })), locale }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, inviteSchema, context.locale)
  if (form.status !== 'success') return badForm(form)
  return orRefused(form, context, async () => {
    await inviteUser(context.ctx, form.value)
    return saidRedirect(
      '/settings/people',
      { text: translate(context.locale, words.invited, { email: form.value.email }) },
      context,
    )
  })
}

interface Fields {
  email: string
  roles: string[]
  teamId: string
  locale: string
}

export default function InviteUser() {
  const t = useT()
  const busy = useBusy()
  const { teams, locale } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const [form, fields] = useForm<Fields>({
    lastResult: sent?.result,
    defaultValue: { locale, roles: ['csm'] },
    defaultNoValidate: false,
  })
  const crumbs = [
    { label: t(settingsWords.title), to: '/settings' },
    { label: t(settingsWords.people), to: '/settings/people' },
  ]
  return (
    <Page title={t(words.invite)} lead={t(words.inviteLead)} crumbs={crumbs} narrow>
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
        <FormErrors id={form.errorId} errors={form.errors} />
        <Input
          field={fields.email}
          label={t(words.email)}
          type="email"
          autoComplete="off"
          inputMode="email"
          maxLength={254}
          required
        />
        <RoleChoice field={fields.roles} label={t(words.roles)} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select field={fields.teamId} label={t(words.team)} empty={t(words.noTeam)} options={teams} />
          <Select field={fields.locale} label={t(words.mailLanguage)} options={languages} />
        </div>
        <ButtonRow>
          <Button variant="primary" busy={busy}>
            {t(words.sendInvite)}
          </Button>
          <LinkButton to="/settings/people" variant="quiet">
            {t(uiWords.cancel)}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  )
}
