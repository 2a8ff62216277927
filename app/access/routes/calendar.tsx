import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import {
  calendarFormSchema,
  calendarIdSchema,
  calendarNameSchema,
  dayOffKeySchema,
  dayOffSchema,
} from '#app/access/calendar.ts'
import { calendarWords as words } from '#app/access/calendar-words.ts'
import { CalendarName } from '#app/access/components/calendar-name.tsx'
import { DaysOff } from '#app/access/components/days-off.tsx'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { WeekHours } from '#app/access/components/week-hours.tsx'
import {
  addDayOff,
  editCalendar,
  removeCalendar,
  removeDayOff,
  renameCalendar,
} from '#app/access/edit-calendar.server.ts'
import { getCalendar, workingCalendar } from '#app/access/get-calendar.server.ts'
import { holidayCountries } from '#app/access/public-holidays.server.ts'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { settingsWords } from '#app/access/settings-words.ts'
import { zoneNames } from '#app/access/zones.ts'
import { replyDue } from '#app/cases/due.ts'
import { findTarget } from '#app/cases/sla/find-target.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Select } from '#app/ui/field.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'settings.edit', title: words.title }

const all = '/settings/calendar'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { ctx } = context
  const now = ctx.now()
  const target = await findTarget(ctx, { accountId: null, severity: 'normal' })
  return {
    ...(await getCalendar(ctx, params.id)),
    countries: await holidayCountries(context.locale),
    zones: zoneNames(),
    exampleDue: replyDue(now, target, await workingCalendar(ctx, now, params.id)),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const data = await formOf(request)
  data.set('calendarId', params.id!)
  const here = `${all}/${params.id}`
  const t = translator(context.locale)
  const { ctx } = context
  switch (String(data.get('intent'))) {
    case 'week': {
      const form = parseForm(data, calendarFormSchema, context.locale)
      if (form.status !== 'success') return badForm(form, { about: 'week' })
      return orRefused(
        form,
        context,
        () => editCalendar(ctx, form.value).then(() => saidRedirect(here, { text: t(settingsWords.saved) }, context)),
        { about: 'week' },
      )
    }
    case 'name': {
      const form = parseForm(data, calendarNameSchema, context.locale)
      if (form.status !== 'success') return badForm(form, { about: 'name' })
      await renameCalendar(ctx, form.value)
      return saidRedirect(here, { text: t(settingsWords.saved) }, context)
    }
    case 'delete': {
      const form = parseForm(data, calendarIdSchema, context.locale)
      if (form.status !== 'success') throw new Refusal(400, 'bad_request')
      const run = () => removeCalendar(ctx, form.value).then(() => saidRedirect(all, { text: t(words.removedCalendar) }, context)) // prettier-ignore
      return orRefused(form, context, run, { about: 'name' })
    }
    case 'add': {
      const form = parseForm(data, dayOffSchema, context.locale)
      if (form.status !== 'success') return badForm(form, { about: 'day' })
      await addDayOff(ctx, form.value)
      return saidRedirect(here, { text: t(words.added, { name: form.value.name }) }, context)
    }
    case 'remove': {
      const form = parseForm(data, dayOffKeySchema, context.locale)
      if (form.status !== 'success') throw new Refusal(400, 'bad_request')
      const gone = await removeDayOff(ctx, form.value)
      const undo = { action: here, fields: { intent: 'add', date: gone.date, name: gone.name }, label: t(uiWords.undo) }
      return saidRedirect(here, { text: t(words.removed, { name: gone.name }), undo }, context)
    }
    default:
      throw new Refusal(400, 'bad_request')
  }
}

export default function Calendar() {
  const t = useT()
  const format = useFormat()
  const busy = useBusy()
  const { name, ownZone, week, country, countries, zones, days, zone, exampleDue } = useLoaderData<typeof loader>()
  const sent = useActionData<{ about: string; result: SubmissionResult }>()
  const [form, fields] = useForm<{ country: string }>({
    id: 'week',
    lastResult: sent?.about === 'week' ? sent.result : undefined,
    defaultValue: { country: country ?? '' },
    defaultNoValidate: false,
  })
  return (
    <Page
      title={name ?? t(words.title)}
      lead={t(words.lead, { zone })}
      crumbs={[
        { label: t(settingsWords.title), to: '/settings' },
        { label: t(words.all), to: all },
      ]}
      narrow
    >
      <Card title={t(words.week)}>
        <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
          <FormErrors id={form.errorId} errors={form.errors} />
          <WeekHours week={week} errors={form.allErrors} />
          <Select
            field={fields.country}
            label={t(words.country)}
            hint={t(words.countryHint)}
            empty={t(words.noCountry)}
            options={countries}
          />
          <p className="text-muted">{t(words.example, { due: format.dateTime(exampleDue, { zone }) })}</p>
          <div>
            <Button variant="primary" name="intent" value="week" busy={busy}>
              {t(uiWords.save)}
            </Button>
          </div>
        </Form>
      </Card>
      {name !== null && ownZone !== null ? (
        <CalendarName
          key={name + ownZone}
          calendar={{ name, zone: ownZone }}
          zones={zones}
          result={sent?.about === 'name' ? sent.result : undefined}
        />
      ) : null}
      <DaysOff days={days} result={sent?.about === 'day' ? sent.result : undefined} />
    </Page>
  )
}
