import { listTeams } from '#app/access/list-teams.server.ts'
import { teamWords as words } from '#app/access/settings-words.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import type { ExportList } from '#app/audit/export/export-list.ts'

/** Few enough for one step, as on their page. */
const page = async (ctx: Ctx) => ({ rows: await listTeams(ctx), next: null })

type Row = Awaited<ReturnType<typeof page>>['rows'][number]

export const teamExport: ExportList<Row, object> = {
  name: 'teams',
  access: 'users.read',
  filter: () => ({}),
  page,
  columns: [
    { key: 'id', head: { en: 'ID', ja: 'ID' }, value: (row) => row.id },
    { key: 'name', head: words.name, value: (row) => row.name },
    { key: 'lead', head: words.lead, value: (row) => row.leadName },
    { key: 'people', head: words.people, value: (row) => row.people },
  ],
}
