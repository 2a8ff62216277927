import type { ReactNode } from 'react'
import { MessageState } from '#app/email/components/message-state.tsx'
import { mailboxWords as words, reasonWords, streamWords } from '#app/email/words.ts'
import { pauseWords } from '#app/jobs/words.ts'
import type { deliveries, messageStates, streams } from '#db/enums/email.ts'
import { Time, useT } from '#app/ui/locale.tsx'
import { Table } from '#app/ui/table.tsx'

export interface MailRow {
  id: string
  stream: (typeof streams)[number]
  toEmail: string
  state: (typeof messageStates)[number]
  delivery: (typeof deliveries)[number]
  provider: string | null
  stopReason: string | null
  lastError: string | null
  dueAt: number
  createdAt: number
}

/** Mail that needs somebody, with what can be done about it. */
export function MailTable({ rows, actions }: { rows: MailRow[]; actions: (row: MailRow) => ReactNode }) {
  const t = useT()
  const why = (row: MailRow) => {
    const code = row.stopReason ?? row.lastError
    if (!code) return '–'
    const word = reasonWords[code] ?? pauseWords[code]
    return (
      <span>
        {word ? t(word) : <code className="text-xs break-all">{code}</code>}
        {row.lastError && row.lastError !== code ? (
          <code className="block text-xs break-words text-muted">{row.lastError}</code>
        ) : null}
      </span>
    )
  }
  return (
    <Table
      caption={t(words.title)}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'to', head: t(words.to), main: true, cell: (row) => <span className="break-all">{row.toEmail}</span> },
        { key: 'kind', head: t(words.kind), cell: (row) => t(streamWords[row.stream]) },
        { key: 'state', head: t(words.state), cell: (row) => <MessageState {...row} /> },
        { key: 'reason', head: t(words.reason), cell: why },
        {
          key: 'due',
          head: t(words.due),
          cell: (row) => <Time at={row.state === 'queued' ? Math.max(row.dueAt, row.createdAt) : row.createdAt} />,
        },
        { key: 'actions', head: '', cell: actions },
      ]}
    />
  )
}
