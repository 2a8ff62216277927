import { asksFilter, listAsks, type ListedAsk } from '#app/advocacy/asking/list-asks.server.ts'
import { askingWords as words, askStateWords, blockWords } from '#app/advocacy/asking/words.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { exportStep, understood, type ExportList } from '#app/audit/export/export-list.ts'
import type { AskBlock } from '#db/enums/advocacy.ts'

type Filter = Record<string, string>

async function page(ctx: Ctx, filter: Filter, after: string | null) {
  const { asks, next } = await listAsks(ctx, { ...filter, limit: exportStep, after: after ?? undefined })
  return { rows: asks, next }
}

const reasons: Record<string, (typeof blockWords)[AskBlock]> = { ...blockWords, stopped: words.reasonStopped }

export const askExport: ExportList<ListedAsk, Filter> = {
  name: 'asks',
  access: 'advocates.read',
  filter: understood(asksFilter),
  page,
  columns: [
    { key: 'ask_id', head: { en: 'Koe ID of the ask', ja: 'お願いの Koe ID' }, value: (row) => row.id },
    { key: 'kind', head: words.kind, value: (row) => row.kind, word: (row) => askKindNames[row.kind] },
    { key: 'state', head: words.state, value: (row) => row.state, word: (row) => askStateWords[row.state] },
    { key: 'person', head: words.person, value: (row) => row.person },
    { key: 'contact_id', head: { en: 'Koe ID of the person', ja: '連絡先の Koe ID' }, value: (row) => row.contactId },
    { key: 'account', head: words.account, value: (row) => row.account },
    { key: 'account_id', head: { en: 'Koe ID of the account', ja: '取引先の Koe ID' }, value: (row) => row.accountId },
    { key: 'asked_by', head: words.holder, value: (row) => row.holder },
    { key: 'reserved_at', head: { en: 'Reserved', ja: '確保日時' }, value: (row, { iso }) => iso(row.reservedAt) },
    { key: 'due_at', head: { en: 'Leaves', ja: '送信予定' }, value: (row, { iso }) => iso(row.dueAt) },
    { key: 'sent_at', head: { en: 'Sent', ja: '送信日時' }, value: (row, { iso }) => iso(row.sentAt) },
    { key: 'reminded_at', head: { en: 'Reminded', ja: '再送日時' }, value: (row, { iso }) => iso(row.remindedAt) },
    { key: 'answered_at', head: { en: 'Answered', ja: '返答日時' }, value: (row, { iso }) => iso(row.answeredAt) },
    { key: 'later_at', head: { en: 'Not before', ja: '再依頼可能日' }, value: (row, { iso }) => iso(row.laterAt) },
    { key: 'done_at', head: { en: 'Done', ja: '実施日時' }, value: (row, { iso }) => iso(row.doneAt) },
    { key: 'ended_at', head: { en: 'Ended', ja: '終了日時' }, value: (row, { iso }) => iso(row.endedAt) },
    {
      key: 'reason',
      head: { en: 'Why it was stopped', ja: '中止の理由' },
      value: (row) => row.cancelReason,
      word: (row) => (row.cancelReason ? reasons[row.cancelReason] : null),
    },
  ],
}
