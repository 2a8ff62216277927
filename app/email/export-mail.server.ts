import type { Ctx } from '#app/audit/context.server.ts'
import type { ExportList } from '#app/audit/export/export-list.ts'
import { listMail, type MailFilter, type MessageState } from '#app/email/list-mail.server.ts'
import { deliveryWords, mailboxWords as words, reasonWords, stateWords, streamWords } from '#app/email/words.ts'
import { messageStates } from '#db/enums/email.ts'

type Filter = Omit<MailFilter, 'after'>

async function page(ctx: Ctx, filter: Filter, after: string | null) {
  return listMail(ctx, { ...filter, after })
}

type Row = Awaited<ReturnType<typeof page>>['rows'][number]

const codeOf = (row: Row) => row.stopReason ?? row.lastError

/** Outgoing mail without its text. `?state=failed` as on the page of background work. */
export const mailExport: ExportList<Row, Filter> = {
  name: 'mail',
  access: 'mailbox.read',
  filter: ({ q, state }) => ({
    q: q?.trim(),
    states: messageStates.includes(state as MessageState) ? [state as MessageState] : undefined,
  }),
  page,
  columns: [
    { key: 'id', head: { en: 'ID', ja: 'ID' }, value: (row) => row.id },
    { key: 'kind', head: words.kind, value: (row) => row.stream, word: (row) => streamWords[row.stream] },
    { key: 'to', head: words.to, value: (row) => row.toEmail },
    { key: 'subject', head: words.subject, value: (row) => row.subject },
    { key: 'state', head: words.state, value: (row) => row.state, word: (row) => stateWords[row.state] },
    { key: 'delivery', head: words.delivery, value: (row) => row.delivery, word: (row) => deliveryWords[row.delivery] },
    { key: 'reason', head: words.reason, value: codeOf, word: (row) => reasonWords[codeOf(row) ?? ''] },
    { key: 'provider', head: { en: 'Sent through', ja: '送信手段' }, value: (row) => row.provider },
    { key: 'tries', head: { en: 'Tries', ja: '試行回数' }, value: (row) => row.attempt },
    { key: 'made_at', head: words.made, value: (row, { iso }) => iso(row.createdAt) },
    { key: 'due_at', head: words.due, value: (row, { iso }) => iso(row.dueAt) },
    { key: 'sent_at', head: words.sent, value: (row, { iso }) => iso(row.sentAt) },
  ],
}
