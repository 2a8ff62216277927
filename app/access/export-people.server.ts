import { listUsers, userFilter } from '#app/access/list-users.server.ts'
import { peopleWords as words } from '#app/access/settings-words.ts'
import { stateWords } from '#app/access/words.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { understood, type ExportList } from '#app/audit/export/export-list.ts'

type Filter = Record<string, string>

async function page(ctx: Ctx, filter: Filter, after: string | null) {
  const { users, next } = await listUsers(ctx, { ...filter, after: after ?? undefined })
  return { rows: users, next }
}

type Row = Awaited<ReturnType<typeof page>>['rows'][number]

export const peopleExport: ExportList<Row, Filter> = {
  name: 'people',
  access: 'users.read',
  filter: understood(userFilter),
  page,
  columns: [
    { key: 'id', head: { en: 'ID', ja: 'ID' }, value: (row) => row.id },
    { key: 'name', head: words.person, value: (row) => row.name },
    { key: 'email', head: words.email, value: (row) => row.email },
    { key: 'roles', head: words.roles, value: (row) => row.roles },
    { key: 'team', head: words.team, value: (row) => row.teamName },
    { key: 'state', head: words.state, value: (row) => row.state, word: (row) => stateWords[row.state] },
    { key: 'added_at', head: words.added, value: (row, { iso }) => iso(row.createdAt) },
  ],
}
