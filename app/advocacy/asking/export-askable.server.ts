import { traitWords } from '#app/advocacy/asking/profile-words.ts'
import { askableFilter, listAskable, type Askable } from '#app/advocacy/asking/list-askable.server.ts'
import { askingWords as words, blockWords } from '#app/advocacy/asking/words.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { exportStep, understood, type ExportList } from '#app/audit/export/export-list.ts'
import { classWords } from '#app/ui/class-words.ts'

type Filter = Record<string, string>

async function page(ctx: Ctx, filter: Filter, after: string | null) {
  const { people, next } = await listAskable(ctx, { ...filter, limit: exportStep, after: after ?? undefined })
  return { rows: people, next }
}

export const askableExport: ExportList<Askable, Filter> = {
  name: 'askable',
  access: 'advocates.read',
  filter: understood(askableFilter),
  page,
  columns: [
    { key: 'contact_id', head: { en: 'Koe ID of the person', ja: '連絡先の Koe ID' }, value: (row) => row.contactId },
    { key: 'person', head: words.person, value: (row) => row.person },
    { key: 'title', head: { en: 'Job title', ja: '役職' }, value: (row) => row.title },
    { key: 'language', head: traitWords.language, value: (row) => row.language },
    { key: 'account', head: words.account, value: (row) => row.account },
    { key: 'account_id', head: { en: 'Koe ID of the account', ja: '取引先の Koe ID' }, value: (row) => row.accountId },
    { key: 'industry', head: traitWords.industry, value: (row) => row.industry },
    { key: 'region', head: traitWords.region, value: (row) => row.region },
    { key: 'tier', head: traitWords.tier, value: (row) => row.tier },
    { key: 'score', head: { en: 'Score', ja: '点数' }, value: (row) => row.score },
    {
      key: 'class',
      head: { en: 'Class', ja: '区分' },
      value: (row) => row.class,
      word: (row) => row.metric && row.class && classWords[row.metric][row.class],
    },
    { key: 'comment', head: words.praise, value: (row) => row.comment },
    { key: 'can', head: words.can, value: (row) => row.blocks.length === 0 },
    { key: 'blocks', head: { en: 'Rules that forbid it', ja: '不可のルール' }, value: (row) => row.blocks },
    { key: 'why_not', head: words.why, value: (row, { t }) => row.blocks.map((block) => t(blockWords[block])) },
    {
      key: 'nominated_at',
      head: { en: 'Nominated', ja: '候補になった日' },
      value: (row, { iso }) => iso(row.nominatedAt),
    },
  ],
}
