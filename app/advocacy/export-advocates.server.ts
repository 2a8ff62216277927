import { advocateFilter, listAdvocates, type ListedAdvocate } from '#app/advocacy/list-advocates.server.ts'
import { advocateWords } from '#app/advocacy/card-words.ts'
import { advocacyWords as words, stateWords } from '#app/advocacy/words.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { understood, type ExportList } from '#app/audit/export/export-list.ts'
import { classWords, metricWords } from '#app/ui/class-words.ts'

type Filter = Record<string, string>

async function page(ctx: Ctx, filter: Filter, after: string | null) {
  const { advocates, next } = await listAdvocates(ctx, { ...filter, after: after ?? undefined })
  return { rows: advocates, next }
}

export const advocateExport: ExportList<ListedAdvocate, Filter> = {
  name: 'advocates',
  access: 'advocates.read',
  filter: understood(advocateFilter),
  page,
  columns: [
    { key: 'contact_id', head: { en: 'Koe ID of the person', ja: '連絡先の Koe ID' }, value: (row) => row.contactId },
    { key: 'person', head: { en: 'Person', ja: 'お名前' }, value: (row) => row.person },
    { key: 'title', head: { en: 'Job title', ja: '役職' }, value: (row) => row.title },
    { key: 'account', head: { en: 'Account', ja: '取引先' }, value: (row) => row.account },
    { key: 'account_id', head: { en: 'Koe ID of the account', ja: '取引先の Koe ID' }, value: (row) => row.accountId },
    { key: 'tier', head: { en: 'Tier', ja: 'ランク' }, value: (row) => row.tier },
    {
      key: 'state',
      head: { en: 'State', ja: '状態' },
      value: (row) => row.state,
      word: (row) => stateWords[row.state],
    },
    { key: 'nominated_at', head: advocateWords.nominated, value: (row, { iso }) => iso(row.nominatedAt) },
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
    { key: 'comment', head: words.praise, value: (row) => row.comment },
    { key: 'answered_at', head: { en: 'Answered', ja: '回答日時' }, value: (row, { iso }) => iso(row.answeredAt) },
  ],
}
