import { listKeys } from '#app/access/api-keys.server.ts'
import { keyWords as words } from '#app/access/settings-words.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import type { ExportList } from '#app/audit/export/export-list.ts'

/** Few enough for one step, as on their page; no secret is among them, for none is kept. */
const page = async (ctx: Ctx) => ({ rows: await listKeys(ctx), next: null })

type Row = Awaited<ReturnType<typeof page>>['rows'][number]

export const keyExport: ExportList<Row, object> = {
  name: 'keys',
  access: 'keys.edit',
  filter: () => ({}),
  page,
  columns: [
    { key: 'id', head: { en: 'ID', ja: 'ID' }, value: (row) => row.id },
    { key: 'name', head: words.name, value: (row) => row.name },
    { key: 'prefix', head: words.key, value: (row) => row.prefix },
    { key: 'scopes', head: words.scopes, value: (row) => row.scopes },
    { key: 'made_at', head: words.made, value: (row, { iso }) => iso(row.createdAt) },
    { key: 'made_by', head: words.by, value: (row) => row.createdByName },
    { key: 'used_at', head: words.used, value: (row, { iso }) => iso(row.usedAt) },
    { key: 'revoked_at', head: words.revoked, value: (row, { iso }) => iso(row.revokedAt) },
  ],
}
