import { Link } from '@remix-run/react'
import { ListFilter } from 'lucide-react'
import { detailWords, eventRooms, eventWords, subjectWords } from '#app/access/event-words.ts'
import { auditWords as words } from '#app/access/settings-words.ts'
import type { Translate } from '#app/platform/words.ts'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { useHref } from '#app/ui/search.ts'
import { uiWords } from '#app/ui/words.ts'
import type { actorKinds } from '#db/enums/audit.ts'

export interface EventRow {
  id: string
  at: number
  actorKind: (typeof actorKinds)[number]
  actorId: string | null
  actorName: string | null
  type: string
  subjectKind: string
  subjectId: string
  data: Record<string, unknown>
}

/** A type in plain words; one that has none, say of a later version, by its part and its code. */
export function sayType(t: Translate, type: string): string {
  const word = eventWords[type]
  if (word) return t(word)
  const [room = '', rest = ''] = type.split('.')
  return `${eventRooms[room] ? t(eventRooms[room]!) : room}: ${rest.replaceAll('_', ' ')}`
}

/** What happened, day by day: when, who, what, and the thing it happened to. */
export function EventList({
  rows,
  subjects,
  people,
}: {
  rows: EventRow[]
  /** Names by id of those who work here or did. */
  people: Record<string, string>
  subjects: Record<string, { name: string | null; to: string | null }>
}) {
  const t = useT()
  const format = useFormat()
  const days: { day: string; rows: EventRow[] }[] = []
  for (const row of rows) {
    const day = format.date(row.at)
    if (days.at(-1)?.day !== day) days.push({ day, rows: [] })
    days.at(-1)!.rows.push(row)
  }
  return (
    <div className="flex flex-col gap-5">
      {days.map(({ day, rows: some }) => (
        <section key={some[0]!.id} className="flex flex-col gap-1.5">
          <h2 className="text-xs font-semibold text-muted">{day}</h2>
          <ol className="overflow-hidden rounded-lg border border-line bg-surface">
            {some.map((row) => (
              <li
                key={row.id}
                className="group grid grid-cols-[3rem_1fr] gap-x-3 gap-y-0.5 border-t border-line px-3 py-2 first:border-t-0 hover:bg-sunken sm:grid-cols-[3rem_11rem_minmax(0,1fr)_minmax(0,20rem)_1.75rem] sm:gap-x-4 sm:px-4"
              >
                <time
                  dateTime={new Date(row.at).toISOString()}
                  title={format.exact(row.at)}
                  className="text-muted tabular-nums"
                >
                  {format.time(row.at)}
                </time>
                <span className="min-w-0 truncate text-muted" title={row.actorName ?? undefined}>
                  {row.actorName ?? t(words[row.actorKind])}
                </span>
                <span className="min-w-0 max-sm:col-start-2">
                  <span className="font-medium">{sayType(t, row.type)}</span>
                  <Details data={row.data} people={people} />
                </span>
                <span className="min-w-0 max-sm:col-start-2">
                  <Subject row={row} subject={subjects[`${row.subjectKind}:${row.subjectId}`]} />
                </span>
                <OnlyThis row={row} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function Subject({ row, subject }: { row: EventRow; subject: { name: string | null; to: string | null } | undefined }) {
  const t = useT()
  const kind = subjectWords[row.subjectKind] ? t(subjectWords[row.subjectKind]!) : row.subjectKind
  const label = subject?.name ?? kind
  return (
    <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
      {subject?.to ? (
        <Link to={subject.to} className="min-w-0 break-words text-accent hover:underline">
          {label}
        </Link>
      ) : (
        <span className="min-w-0 break-words">{label}</span>
      )}
      {subject?.name ? <span className="text-xs text-muted">{kind}</span> : null}
    </span>
  )
}

function OnlyThis({ row }: { row: EventRow }) {
  const t = useT()
  const href = useHref()
  return (
    <Link
      to={href({ about: `${row.subjectKind}:${row.subjectId}`, after: null })}
      aria-label={t(words.onlyThis)}
      title={t(words.onlyThis)}
      className="flex size-7 items-center justify-center self-start rounded text-faint hover:bg-accent-tint hover:text-accent focus-visible:text-accent max-sm:hidden"
    >
      <ListFilter aria-hidden size={14} />
    </Link>
  )
}

const isId = (value: unknown) => typeof value === 'string' && /^[a-z]{2,5}_[0-9a-z]{20,30}$/.test(value)

/** What an event says besides: words, numbers and people. Ids of other things would say nothing to a reader. */
function Details({ data, people }: { data: Record<string, unknown>; people: Record<string, string> }) {
  const t = useT()
  const format = useFormat()
  const say = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(say).join(', ')
    if (typeof value === 'number') return value > 1e12 ? format.dateTime(value) : format.number(value)
    if (typeof value === 'boolean') return t(value ? uiWords.yes : uiWords.no)
    if (typeof value === 'string') return people[value] ?? value.replaceAll('_', ' ')
    return Object.entries(value as object)
      .map(([name, one]) => `${name} ${say(one)}`)
      .join(', ')
  }
  const told = Object.entries(data).filter(
    ([, value]) =>
      value !== null &&
      value !== '' &&
      (people[String(value)] !== undefined || !isId(value)) &&
      !(Array.isArray(value) && value.every(isId)),
  )
  if (!told.length) return null
  return (
    <span className="block text-xs break-words text-muted">
      {told.map(([name, value]) => `${detailWords[name] ? t(detailWords[name]!) : name}: ${say(value)}`).join(' · ')}
    </span>
  )
}
