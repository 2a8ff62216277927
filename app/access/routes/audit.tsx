import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { History } from 'lucide-react'
import { EventList, sayType } from '#app/access/components/event-list.tsx'
import { eventRooms, eventWords, subjectWords } from '#app/access/event-words.ts'
import { eventsShownTo } from '#app/cases/kept-cases.server.ts'
import { eventFilter, listActors, listEvents } from '#app/access/list-events.server.ts'
import { auditWords as words, settingsWords } from '#app/access/settings-words.ts'
import { exportWords } from '#app/audit/export/words.ts'
import { nameSubjects } from '#app/loop/name-subjects.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { Input, Select } from '#app/ui/field.tsx'
import { FilterBar, type Chip } from '#app/ui/filter-bar.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'

export const handle = { access: 'audit.read', title: settingsWords.audit }

export async function loader({ request, context: { ctx, locale } }: LoaderFunctionArgs) {
  const filter = eventFilter.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [{ events, next }, actors] = await Promise.all([listEvents(ctx, filter, eventsShownTo), listActors(ctx)])
  const [kind, id] = filter.about?.split(':') ?? []
  const thing = kind && id ? [{ subjectKind: kind, subjectId: id, accountId: null, contactId: null }] : []
  return { events, next, filter, actors, subjects: await nameSubjects(ctx, [...thing, ...events], locale) }
}

const kinds = ['contact', 'system', 'key', 'anonymous'] as const

export default function Audit() {
  const t = useT()
  const { events, next, filter, actors, subjects } = useLoaderData<typeof loader>()
  const names = Object.fromEntries([...actors.here, ...actors.gone].map(({ id, name }) => [id, name]))
  const gone = (name: string) => t(words.hasLeft, { name })
  const people = [
    ...actors.here.map(({ id, name }) => ({ value: id, label: name })),
    ...kinds.map((kind) => ({ value: kind as string, label: t(words[kind]) })),
    ...actors.gone.map(({ id, name }) => ({ value: id, label: gone(name) })),
  ]
  const types = Object.entries(eventRooms).flatMap(([room, word]) => [
    { value: `${room}.`, label: t(words.allOf, { room: t(word) }) },
    ...Object.entries(eventWords)
      .filter(([type]) => type.startsWith(`${room}.`))
      .map(([type, what]) => ({ value: type, label: `　${t(what)}` })),
  ])
  if (filter.type && !types.some((type) => type.value === filter.type))
    types.push({ value: filter.type, label: sayType(t, filter.type) })
  const chips: Chip[] = []
  if (filter.about) {
    const kind = filter.about.split(':')[0]!
    const word = subjectWords[kind] ? t(subjectWords[kind]!) : kind
    const name = subjects[filter.about]?.name
    chips.push({ name: 'about', label: name ? `${word}: ${name}` : t(words.oneThing, { kind: word }) })
  }
  const filtered = Object.values(filter).some(Boolean)
  return (
    <Page
      title={t(settingsWords.audit)}
      lead={t(words.lead)}
      crumbs={[{ label: t(settingsWords.title), to: '/settings' }]}
      actions={
        <ExportMenu
          to="/settings/audit/export"
          reason={events.length === 0 && !next ? t(exportWords.nothingHere) : null}
        />
      }
    >
      <FilterBar chips={chips} keep={{ about: filter.about }} key={JSON.stringify(filter)}>
        <Select
          name="who"
          label={t(words.who)}
          empty={t(words.everybody)}
          options={people}
          defaultValue={filter.who ?? ''}
        />
        <Select
          name="type"
          label={t(words.what)}
          empty={t(words.everything)}
          options={types}
          defaultValue={filter.type ?? ''}
        />
        <Input name="from" type="date" label={t(words.from)} defaultValue={filter.from ?? ''} />
        <Input name="to" type="date" label={t(words.to)} defaultValue={filter.to ?? ''} />
      </FilterBar>
      {events.length === 0 ? (
        <Empty icon={History} title={t(next ? words.notYet : words.none)}>
          {t(next ? words.notYetBody : filtered ? words.noneBody : words.noneAtAll)}
        </Empty>
      ) : (
        <EventList rows={events} subjects={subjects} people={names} />
      )}
      <Pager shown={events.length} next={next} />
    </Page>
  )
}
