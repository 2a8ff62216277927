import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { CalendarOff } from 'lucide-react'
import { absenceIdSchema, absenceSchema } from '#app/access/absences/absence.ts'
import { absenceWords as words } from '#app/access/absences/absence-words.ts'
import { addAbsence } from '#app/access/absences/add-absence.server.ts'
import { listAbsences } from '#app/access/absences/list-absences.server.ts'
import { removeAbsence } from '#app/access/absences/remove-absence.server.ts'
import { AbsenceList } from '#app/access/components/absence-list.tsx'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { listCaseWorkers } from '#app/access/list-case-workers.server.ts'
import { authorise } from '#app/audit/context.server.ts'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { settingsWords } from '#app/access/settings-words.ts'
import { isoOfDay } from '#app/platform/day.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Input, Select } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'self.edit', title: words.title }

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  const shown = await listAbsences(ctx, params.id!)
  const { user, today } = shown
  const standIns = (await listCaseWorkers(ctx)).filter(({ id }) => id !== user.id)
  return { ...shown, standIns, firstDay: isoOfDay(today), isMe: user.id === ctx.actor.id }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  authorise(context.ctx, 'absences.edit', { ownerId: params.id })
  const data = await formOf(request)
  data.set('userId', params.id!)
  const here = `/settings/people/${params.id}/absences`
  const t = translator(context.locale)
  const { ctx } = context
  switch (String(data.get('intent'))) {
    case 'add': {
      const form = parseForm(data, absenceSchema, context.locale)
      if (form.status !== 'success') return badForm(form)
      const { from, to, ...rest } = form.value
      return orRefused(form, context, async () => {
        await addAbsence(ctx, { ...rest, from: isoOfDay(from), to: isoOfDay(to) })
        return saidRedirect(here, { text: t(words.added) }, context)
      })
    }
    case 'remove': {
      const form = parseForm(data, absenceIdSchema, context.locale)
      if (form.status !== 'success') throw new Refusal(400, 'bad_request')
      const { fromDay, toDay, standInId } = await removeAbsence(ctx, form.value)
      const again = { intent: 'add', from: isoOfDay(fromDay), to: isoOfDay(toDay), standInId: standInId ?? '' }
      return saidRedirect(
        here,
        { text: t(words.removed), undo: { action: here, fields: again, label: t(uiWords.undo) } },
        context,
      )
    }
    default:
      throw new Refusal(400, 'bad_request')
  }
}

export default function Absences() {
  const t = useT()
  const busy = useBusy()
  const { user, absences, standIns, firstDay, isMe } = useLoaderData<typeof loader>()
  const sent = useActionData<{ result?: SubmissionResult }>()
  const [form, fields] = useForm<{ from: string; to: string; standInId: string }>({
    id: 'absence',
    lastResult: sent?.result,
    defaultNoValidate: false,
  })
  const crumbs = isMe
    ? [{ label: t(settingsWords.me), to: '/settings/me' }]
    : [
        { label: t(settingsWords.people), to: '/settings/people' },
        { label: user.name, to: `/settings/people/${user.id}` },
      ]
  return (
    <Page
      title={isMe ? t(words.title) : t(words.titleOf, { name: user.name })}
      lead={t(words.lead)}
      crumbs={[{ label: t(settingsWords.title), to: '/settings' }, ...crumbs]}
      narrow
    >
      {absences.length === 0 ? (
        <Empty icon={CalendarOff} title={t(words.none)}>
          {t(words.noneBody)}
        </Empty>
      ) : (
        <Card>
          <AbsenceList absences={absences} removable />
        </Card>
      )}
      {user.active ? (
        <Card title={t(words.add)}>
          <Form method="post" {...getFormProps(form)} key={absences.length} className="flex flex-col gap-4">
            <FormErrors id={form.errorId} errors={form.errors} />
            <div className="grid gap-4 sm:grid-cols-2">
              <Input field={fields.from} label={t(words.from)} type="date" min={firstDay} required />
              <Input field={fields.to} label={t(words.to)} type="date" min={firstDay} required />
            </div>
            <Select
              field={fields.standInId}
              label={t(words.standIn)}
              hint={t(words.standInHint)}
              empty={t(words.nobody)}
              options={standIns.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <div>
              <Button variant="primary" name="intent" value="add" busy={busy}>
                {t(words.add)}
              </Button>
            </div>
          </Form>
        </Card>
      ) : null}
    </Page>
  )
}
