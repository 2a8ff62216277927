import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { History } from 'lucide-react'
import { listEvents } from '#app/access/list-events.server.ts'
import { auditWords as words, settingsWords } from '#app/access/settings-words.ts'
import { exportWords } from '#app/audit/export/words.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { Select } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table } from '#app/ui/table.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'audit.read', title: settingsWords.audit }

const rooms = [
  'access',
  'accounts',
  'surveys',
  'delivery',
  'responses',
  'cases',
  'advocacy',
  'email',
  'jobs',
  'audit',
] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const type = query.get('type') || undefined
  return { ...(await listEvents(context.ctx, { type, after: query.get('after') ?? undefined })), type: type ?? '' }
}

export default function Audit() {
  const t = useT()
  const { events, next, type } = useLoaderData<typeof loader>()
  const exact = type !== '' && !type.endsWith('.')
  const parts = rooms.map((room) => ({ value: `${room}.`, label: t(words[room]) }))
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
      <FilterBar chips={exact ? [{ name: 'type', label: type }] : []}>
        <Select
          name="type"
          label={t(words.room)}
          empty={t(uiWords.all)}
          options={exact ? [...parts, { value: type, label: type }] : parts}
          defaultValue={type}
        />
      </FilterBar>
      {events.length === 0 ? (
        <Empty icon={History} title={t(words.none)}>
          {t(words.noneBody)}
        </Empty>
      ) : (
        <Table
          caption={t(settingsWords.audit)}
          rows={events}
          rowKey={(event) => event.id}
          columns={[
            {
              key: 'what',
              head: t(words.what),
              main: true,
              cell: (event) => (
                <Link
                  to={`?type=${event.type}`}
                  className="font-mono text-xs whitespace-nowrap text-accent hover:underline"
                >
                  {event.type}
                </Link>
              ),
            },
            {
              key: 'at',
              head: t(words.at),
              cell: (event) => (
                <span className="whitespace-nowrap">
                  <Time at={event.at} absolute />
                </span>
              ),
            },
            {
              key: 'who',
              head: t(words.who),
              cell: (event) => (
                <span className="sm:whitespace-nowrap">{event.actorName ?? t(words[event.actorKind])}</span>
              ),
            },
            {
              key: 'subject',
              head: t(words.subject),
              cell: (event) => <Subject kind={event.subjectKind} id={event.subjectId} />,
            },
            { key: 'details', head: t(words.details), wide: true, cell: (event) => <Details data={event.data} /> },
          ]}
        />
      )}
      <Pager shown={events.length} next={next} />
    </Page>
  )
}

/** Where the page of a subject is. */
const pageOf: Record<string, string> = {
  user: '/settings/people',
  account: '/accounts',
  contact: '/contacts',
  import: '/imports',
  program: '/programs',
  wave: '/waves',
  response: '/responses',
  case: '/cases',
}

function Subject({ kind, id }: { kind: string; id: string }) {
  const page = pageOf[kind]
  const look = 'block text-xs text-muted sm:whitespace-nowrap max-sm:break-all'
  return (
    <span className="font-mono text-xs">
      {kind}
      {page ? (
        <Link to={`${page}/${id}`} className={`${look} hover:text-accent hover:underline`}>
          {id}
        </Link>
      ) : (
        <span className={look}>{id}</span>
      )}
    </span>
  )
}

function Details({ data }: { data: Record<string, unknown> }) {
  const entries = Object.entries(data)
  if (!entries.length) return '–'
  return (
    <code className="font-mono text-xs wrap-anywhere text-muted">
      {entries
        .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join(' · ')}
    </code>
  )
}
