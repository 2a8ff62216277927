import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { listRewards } from '#app/advocacy/rewards/list-rewards.server.ts'
import type { ListedReward } from '#app/advocacy/rewards/list-rewards.server.ts'
import { rewardFilter } from '#app/advocacy/rewards/reward.ts'
import { rewardStateWords, rewardWords as words } from '#app/advocacy/rewards/words.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { understood, type ExportList } from '#app/audit/export/export-list.ts'
import { exponentOf } from '#app/ui/formats.ts'
import { askKinds } from '#db/enums/advocacy.ts'

type Filter = Record<string, string>

async function page(ctx: Ctx, filter: Filter, after: string | null) {
  const { rewards, next } = await listRewards(ctx, { ...filter, after: after ?? undefined })
  return { rows: rewards, next }
}

/** Minor units as a plain number of the currency. */
const amount = ({ amountMinor, currency }: ListedReward) =>
  amountMinor === null || currency === null ? null : amountMinor / 10 ** exponentOf(currency)

const actWord = (rule: ListedReward['rule']) => {
  if (rule === 'referral_qualified') return words.referralQualified
  if (rule === 'referral_won') return words.referralWon
  return askKindNames[askKinds.find((kind) => rule === `ask_done:${kind}`)!]
}

/** The ledger for finance: amounts, never a code. */
export const rewardExport: ExportList<ListedReward, Filter> = {
  name: 'rewards',
  access: 'advocates.read',
  filter: understood(rewardFilter),
  page,
  columns: [
    { key: 'reward_id', head: { en: 'Koe ID of the reward', ja: '特典の Koe ID' }, value: (row) => row.id },
    { key: 'person', head: words.person, value: (row) => row.person },
    { key: 'person_id', head: { en: 'Koe ID of the person', ja: '連絡先の Koe ID' }, value: (row) => row.contactId },
    { key: 'account', head: words.account, value: (row) => row.account },
    { key: 'act', head: words.act, value: (row) => row.rule, word: (row) => actWord(row.rule) },
    { key: 'cause_id', head: { en: 'Koe ID of what earned it', ja: '獲得の理由の Koe ID' }, value: (row) => row.causeId }, // prettier-ignore
    { key: 'points', head: words.points, value: (row) => row.points },
    {
      key: 'gift',
      head: words.gift,
      value: (row) => row.thing?.en ?? row.list ?? row.giftKind,
      word: (row) =>
        row.thing ?? (row.giftKind === 'amount' ? words.amount : row.list ? { en: row.list, ja: row.list } : null),
    },
    { key: 'amount', head: words.amount, value: amount },
    { key: 'currency', head: words.currency, value: (row) => row.currency },
    { key: 'state', head: words.state, value: (row) => row.state, word: (row) => rewardStateWords[row.state] },
    { key: 'earned_at', head: words.earnedAt, value: (row, { iso }) => iso(row.earnedAt) },
    { key: 'approved_at', head: words.approvedAt, value: (row, { iso }) => iso(row.approvedAt) },
    { key: 'approved_by', head: words.approvedBy, value: (row) => row.approvedBy },
    { key: 'issued_at', head: words.issuedAt, value: (row, { iso }) => iso(row.issuedAt) },
    { key: 'issued_by', head: words.issuedBy, value: (row) => row.issuedBy },
    { key: 'cancelled_at', head: words.endedAt, value: (row, { iso }) => iso(row.endedAt) },
    { key: 'cancelled_by', head: words.endedBy, value: (row) => row.endedBy },
    { key: 'reason', head: words.reason, value: (row) => row.reason },
    { key: 'reference', head: words.reference, value: (row) => row.reference },
  ],
}
