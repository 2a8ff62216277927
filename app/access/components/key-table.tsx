import { keyWords as words, settingsWords } from '#app/access/settings-words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'
import { Table } from '#app/ui/table.tsx'
import type { ApiScope } from '#db/enums/access.ts'

interface Key {
  id: string
  name: string
  prefix: string
  scopes: ApiScope[]
  createdAt: number
  usedAt: number | null
  revokedAt: number | null
  createdByName: string | null
}

/** The keys of other programs, and the way to end one. */
export function KeyTable({ keys }: { keys: Key[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <Table
      caption={t(settingsWords.keys)}
      rows={keys}
      rowKey={(key) => key.id}
      columns={[
        { key: 'name', head: t(words.name), main: true, cell: (key) => key.name },
        { key: 'key', head: t(words.key), cell: (key) => <code className="font-mono text-xs">{key.prefix}…</code> },
        {
          key: 'scopes',
          head: t(words.scopes),
          cell: (key) => format.list(key.scopes.map((scope) => t(words[scope]))),
        },
        { key: 'by', head: t(words.by), wide: true, cell: (key) => key.createdByName ?? '–' },
        { key: 'made', head: t(words.made), wide: true, cell: (key) => <Time at={key.createdAt} /> },
        {
          key: 'used',
          head: t(words.used),
          cell: (key) => (key.usedAt === null ? t(words.never) : <Time at={key.usedAt} />),
        },
        {
          key: 'revoke',
          head: t(words.revoke),
          align: 'right',
          cell: (key) =>
            key.revokedAt ? (
              <Badge>{t(words.revoked)}</Badge>
            ) : (
              <ConfirmForm
                trigger={t(words.revoke)}
                triggerSize="sm"
                title={t(words.revokeTitle, { name: key.name })}
                body={t(words.revokeBody)}
                confirm={t(words.revoke)}
                danger
                action="/settings/keys"
                fields={{ intent: 'revoke', keyId: key.id }}
              />
            ),
        },
      ]}
    />
  )
}
