import { eventFilter, listEvents, type NarrowEvents } from '#app/access/list-events.server.ts'
import { auditWords as words } from '#app/access/settings-words.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { understood, type ExportList } from '#app/audit/export/export-list.ts'

type Filter = Record<string, string>

async function page(ctx: Ctx, filter: Filter, after: string | null, narrow?: NarrowEvents) {
  const { events, next } = await listEvents(ctx, { ...filter, after: after ?? undefined }, narrow)
  return { rows: events, next }
}

/** The same without what rooms below leave out for who reads. */
export const narrowedEvents = (narrow: NarrowEvents): typeof eventExport => ({
  ...eventExport,
  page: (ctx, filter, after) => page(ctx, filter, after, narrow),
})

type Row = Awaited<ReturnType<typeof page>>['rows'][number]

const eventExport: ExportList<Row, Filter> = {
  name: 'audit',
  access: 'audit.read',
  filter: understood(eventFilter),
  page,
  columns: [
    { key: 'id', head: { en: 'ID', ja: 'ID' }, value: (row) => row.id },
    { key: 'at', head: words.at, value: (row, { iso }) => iso(row.at) },
    {
      key: 'actor_kind',
      head: { en: 'Kind of actor', ja: '操作者の種類' },
      value: (row) => row.actorKind,
      word: (row) => words[row.actorKind],
    },
    { key: 'actor', head: words.who, value: (row) => row.actorName },
    { key: 'actor_id', head: { en: 'ID of the actor', ja: '操作者のID' }, value: (row) => row.actorId },
    { key: 'type', head: words.what, value: (row) => row.type },
    { key: 'subject_kind', head: { en: 'Kind of thing', ja: '対象の種類' }, value: (row) => row.subjectKind },
    { key: 'subject_id', head: { en: 'ID of the thing', ja: '対象のID' }, value: (row) => row.subjectId },
    { key: 'data', head: words.details, value: (row) => JSON.stringify(row.data) },
  ],
}
