import type { SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { newCalendarSchema } from '#app/access/calendar.ts'
import { calendarWords as words } from '#app/access/calendar-words.ts'
import { CalendarName } from '#app/access/components/calendar-name.tsx'
import { createCalendar } from '#app/access/edit-calendar.server.ts'
import { listCalendars } from '#app/access/get-calendar.server.ts'
import { badForm } from '#app/access/refused-form.server.ts'
import { settingsWords } from '#app/access/settings-words.ts'
import { zoneNames } from '#app/access/zones.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { useFormat, useLocale, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'

export const handle = { access: 'settings.edit', title: words.all }

export async function loader({ context }: LoaderFunctionArgs) {
  return { calendars: await listCalendars(context.ctx), zones: zoneNames() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, newCalendarSchema, context.locale)
  if (form.status !== 'success') return badForm(form)
  const id = await createCalendar(context.ctx, form.value)
  const text = translate(context.locale, words.made, { name: form.value.name })
  return saidRedirect(`/settings/calendar/${id}`, { text }, context)
}

export default function Calendars() {
  const t = useT()
  const format = useFormat()
  const locale = useLocale()
  const { calendars, zones } = useLoaderData<typeof loader>()
  const sent = useActionData<{ result: SubmissionResult }>()
  const regions = new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' })
  return (
    <Page
      title={t(words.all)}
      lead={t(words.allLead)}
      crumbs={[{ label: t(settingsWords.title), to: '/settings' }]}
      narrow
    >
      <Table
        caption={t(words.all)}
        rows={calendars}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            head: t(words.calendarName),
            main: true,
            cell: (row) => (
              <Link to={`/settings/calendar/${row.id}`} className="font-medium hover:text-accent">
                {row.name ?? t(words.main)}
              </Link>
            ),
          },
          { key: 'zone', head: t(words.zone), cell: (row) => row.zone.replaceAll('_', ' ') },
          {
            key: 'holidays',
            head: t(words.holidays),
            cell: (row) => (row.country === null ? t(words.noCountry) : regions.of(row.country)),
          },
          { key: 'people', head: t(words.people), align: 'right', cell: (row) => format.number(row.people) },
        ]}
      />
      <CalendarName key={calendars.length} zones={zones} result={sent?.result} />
    </Page>
  )
}
