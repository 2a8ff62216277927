import type { Ctx } from '#app/audit/context.server.ts'
import { exportStep, understood, type ExportList } from '#app/audit/export/export-list.ts'
import { caseFilter } from '#app/cases/case-filter.server.ts'
import { listCases, type ListedCase } from '#app/cases/list-cases.server.ts'
import { actionWords, caseWords as words, causeWords, closeWords, severityWords, stateWords } from '#app/cases/words.ts'
import { classWords, metricWords } from '#app/ui/class-words.ts'
import { majorOf } from '#app/ui/formats.ts'

type Filter = Record<string, string>

async function page(ctx: Ctx, filter: Filter, after: string | null) {
  const { cases, next } = await listCases(ctx, { ...filter, after: after ?? undefined, limit: exportStep })
  return { rows: cases, next }
}

export const caseExport: ExportList<ListedCase, Filter> = {
  name: 'cases',
  access: 'cases.read',
  filter: understood(caseFilter),
  page,
  columns: [
    { key: 'id', head: { en: 'ID', ja: 'ID' }, value: (row) => row.id },
    { key: 'state', head: words.state, value: (row) => row.state, word: (row) => stateWords[row.state] },
    { key: 'severity', head: words.severity, value: (row) => row.severity, word: (row) => severityWords[row.severity] },
    { key: 'owner', head: words.owner, value: (row) => row.ownerName },
    { key: 'account', head: words.account, value: (row) => row.accountName },
    { key: 'account_id', head: { en: 'Koe ID of the account', ja: '取引先の Koe ID' }, value: (row) => row.accountId },
    { key: 'arr', head: words.value, value: (row) => majorOf(row.arrMinor, row.currency) },
    { key: 'currency', head: { en: 'Currency', ja: '通貨' }, value: (row) => row.currency },
    { key: 'person', head: words.customer, value: (row) => row.personName },
    { key: 'people', head: { en: 'People', ja: '人数' }, value: (row) => row.people },
    { key: 'waiting', head: { en: 'People who wait', ja: '返信待ちの人数' }, value: (row) => row.waiting },
    {
      key: 'metric',
      head: { en: 'Metric', ja: '指標' },
      value: (row) => row.metric,
      word: (row) => row.metric && metricWords[row.metric],
    },
    { key: 'score', head: { en: 'Score', ja: '点数' }, value: (row) => row.score },
    {
      key: 'class',
      head: { en: 'Class', ja: '区分' },
      value: (row) => row.class,
      word: (row) => row.metric && row.class && classWords[row.metric][row.class],
    },
    { key: 'comment', head: words.says, value: (row) => row.comment },
    { key: 'answered_at', head: { en: 'Answered', ja: '回答日時' }, value: (row, { iso }) => iso(row.answeredAt) },
    { key: 'opened_at', head: words.openedAt, value: (row, { iso }) => iso(row.openedAt) },
    { key: 'reply_due_at', head: words.replyDue, value: (row, { iso }) => iso(row.replyDueAt) },
    { key: 'claimed_at', head: { en: 'Taken', ja: '着手' }, value: (row, { iso }) => iso(row.claimedAt) },
    { key: 'contacted_at', head: { en: 'Contacted', ja: '連絡' }, value: (row, { iso }) => iso(row.contactedAt) },
    { key: 'resolved_at', head: { en: 'Resolved', ja: '解決' }, value: (row, { iso }) => iso(row.resolvedAt) },
    { key: 'closed_at', head: { en: 'Closed', ja: '完了' }, value: (row, { iso }) => iso(row.closedAt) },
    {
      key: 'close_kind',
      head: words.closeHow,
      value: (row) => row.closeKind,
      word: (row) => row.closeKind && closeWords[row.closeKind],
    },
    { key: 'cause', head: words.cause, value: (row) => row.cause, word: (row) => row.cause && causeWords[row.cause] },
    {
      key: 'action',
      head: words.action,
      value: (row) => row.action,
      word: (row) => row.action && actionWords[row.action],
    },
  ],
}
