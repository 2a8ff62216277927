import { listReferrals, type ListedReferral } from '#app/advocacy/referrals/list-referrals.server.ts'
import { referralFilter } from '#app/advocacy/referrals/referral.ts'
import { referralStateWords, referralWords as words, sourceWords } from '#app/advocacy/referrals/words.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { understood, type ExportList } from '#app/audit/export/export-list.ts'
import { exponentOf } from '#app/ui/formats.ts'

type Filter = Record<string, string>

async function page(ctx: Ctx, filter: Filter, after: string | null) {
  const { referrals, next } = await listReferrals(ctx, { ...filter, after: after ?? undefined })
  return { rows: referrals, next }
}

/** Minor units as a plain number of the currency. */
const amount = (minor: number | null, currency: string | null) =>
  minor === null || currency === null ? null : minor / 10 ** exponentOf(currency)

export const referralExport: ExportList<ListedReferral, Filter> = {
  name: 'referrals',
  access: 'advocates.read',
  filter: understood(referralFilter),
  page,
  columns: [
    { key: 'referral_id', head: { en: 'Koe ID of the referral', ja: '紹介の Koe ID' }, value: (row) => row.id },
    { key: 'lead', head: words.person, value: (row) => row.leadName },
    { key: 'email', head: words.email, value: (row) => row.leadEmail },
    { key: 'company', head: words.company, value: (row) => row.company },
    {
      key: 'state',
      head: words.state,
      value: (row) => row.state,
      word: (row) => referralStateWords[row.state],
    },
    { key: 'checks', head: words.checks, value: (row) => row.checks },
    { key: 'referrer', head: words.referrer, value: (row) => row.referrer },
    { key: 'referrer_id', head: { en: 'Koe ID of the person', ja: '連絡先の Koe ID' }, value: (row) => row.contactId },
    { key: 'account', head: words.account, value: (row) => row.account },
    { key: 'source', head: words.source, value: (row) => row.source, word: (row) => sourceWords[row.source] },
    { key: 'created_at', head: words.came, value: (row, { iso }) => iso(row.createdAt) },
    { key: 'deal', head: words.deal, value: (row) => amount(row.dealMinor, row.currency) },
    { key: 'currency', head: words.currency, value: (row) => row.currency },
    {
      key: 'deal_base_minor',
      head: { en: 'In our currency, minor units', ja: '基準通貨での金額（最小単位）' },
      value: (row) => row.dealBaseMinor,
    },
    { key: 'rate', head: { en: 'Exchange rate', ja: '換算レート' }, value: (row) => row.dealRate },
    {
      key: 'rate_from',
      head: { en: 'Rate from', ja: 'レート適用開始日' },
      value: (row, { day }) => day(row.dealRateDay),
    },
    { key: 'won_at', head: words.won, value: (row, { iso }) => iso(row.wonAt) },
    { key: 'owner', head: words.owner, value: (row) => row.owner },
  ],
}
