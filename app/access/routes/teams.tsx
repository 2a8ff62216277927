import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { UsersRound } from 'lucide-react'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { addTeam, editTeam, removeTeam } from '#app/access/edit-team.server.ts'
import { listColleagues, listTeams } from '#app/access/list-teams.server.ts'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { settingsWords, teamWords as words } from '#app/access/settings-words.ts'
import { newTeamSchema, teamIdSchema, teamSchema } from '#app/access/team.ts'
import { exportWords } from '#app/audit/export/words.ts'
import { can } from '#app/audit/can.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { Button, ButtonRow, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { Input, Select, type Option } from '#app/ui/field.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'users.read', title: settingsWords.teams }

const here = '/settings/teams'

export async function loader({ context }: LoaderFunctionArgs) {
  const [teams, colleagues] = await Promise.all([listTeams(context.ctx), listColleagues(context.ctx)])
  return {
    teams,
    people: colleagues.map(({ id, name }) => ({ value: id, label: name })),
    mayEdit: can(context.ctx.actor, 'teams.edit'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const data = await formOf(request)
  const intent = String(data.get('intent'))
  const t = translator(context.locale)
  const extra = { about: String(data.get('teamId') ?? 'new') }
  const said = (text: string) => saidRedirect(here, { text }, context)
  if (intent === 'add') {
    const form = parseForm(data, newTeamSchema, context.locale)
    if (form.status !== 'success') return badForm(form, extra)
    return orRefused(
      form,
      context,
      () => addTeam(context.ctx, form.value).then(() => said(t(words.added, { name: form.value.name }))),
      extra,
    )
  }
  if (intent === 'edit') {
    const form = parseForm(data, teamSchema, context.locale)
    if (form.status !== 'success') return badForm(form, extra)
    return orRefused(
      form,
      context,
      () => editTeam(context.ctx, form.value).then(() => said(t(settingsWords.saved))),
      extra,
    )
  }
  if (intent === 'remove') {
    const form = parseForm(data, teamIdSchema, context.locale)
    if (form.status !== 'success') return badForm(form, extra)
    return orRefused(form, context, () => removeTeam(context.ctx, form.value).then(() => said(t(words.removed))), extra)
  }
  throw new Refusal(400, 'bad_request')
}

export default function Teams() {
  const t = useT()
  const format = useFormat()
  const { teams, people, mayEdit } = useLoaderData<typeof loader>()
  const sent = useActionData<{ about: string; result: SubmissionResult }>()
  const resultOf = (about: string) => (sent?.about === about ? sent.result : undefined)
  return (
    <Page
      title={t(settingsWords.teams)}
      crumbs={[{ label: t(settingsWords.title), to: '/settings' }]}
      narrow
      actions={
        <ExportMenu to="/settings/teams/export" reason={teams.length === 0 ? t(exportWords.nothingHere) : null} />
      }
    >
      {teams.length === 0 ? (
        <Empty icon={UsersRound} title={t(words.none)}>
          {t(words.noneBody)}
        </Empty>
      ) : null}
      {teams.map((team) => (
        <Card
          key={`${team.id}${team.name}${team.leadId}`}
          title={team.name}
          actions={
            <Link to={`/settings/people?team=${team.id}`} className="text-accent hover:underline">
              {t(words.people)}: {format.number(team.people)}
            </Link>
          }
        >
          {mayEdit ? (
            <TeamForm id={team.id} team={team} people={people} result={resultOf(team.id)} empty={team.people === 0} />
          ) : (
            <p className="text-muted">{team.leadName ?? t(words.noLead)}</p>
          )}
        </Card>
      ))}
      {mayEdit ? (
        <Card title={t(words.add)}>
          <TeamForm key={teams.length} id="new" people={people} result={resultOf('new')} />
        </Card>
      ) : null}
    </Page>
  )
}

interface TeamFormProps {
  id: string
  team?: { name: string; leadId: string | null }
  people: Option[]
  result: SubmissionResult | undefined
  empty?: boolean
}

function TeamForm({ id, team, people, result, empty }: TeamFormProps) {
  const t = useT()
  const busy = useBusy()
  const [form, fields] = useForm<{ name: string; leadId: string }>({
    id: `team-${id}`,
    lastResult: result,
    defaultValue: { name: team?.name ?? '', leadId: team?.leadId ?? '' },
    defaultNoValidate: false,
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
      <FormErrors id={form.errorId} errors={form.errors} />
      {team ? <input type="hidden" name="teamId" value={id} /> : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <Input field={fields.name} label={t(words.name)} maxLength={80} required />
        <Select
          field={fields.leadId}
          label={t(words.lead)}
          hint={t(words.leadHint)}
          empty={t(words.noLead)}
          options={people}
        />
      </div>
      <ButtonRow>
        <Button name="intent" value={team ? 'edit' : 'add'} busy={busy}>
          {t(team ? uiWords.save : uiWords.add)}
        </Button>
        {team && empty ? (
          <Button name="intent" value="remove" variant="quiet">
            {t(words.remove)}
          </Button>
        ) : null}
      </ButtonRow>
    </Form>
  )
}
