import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import type { ListedReward } from '#app/advocacy/rewards/list-rewards.server.ts'
import { ownReasons } from '#app/advocacy/rewards/reward.ts'
import { rewardStateWords, rewardWords as words } from '#app/advocacy/rewards/words.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { useFormat, useLocale, useT } from '#app/ui/locale.tsx'
import { askKinds } from '#db/enums/advocacy.ts'
import type { Gift, RewardRule, RewardState } from '#db/enums/advocacy-rewards.ts'

const tones: Record<RewardState, Tone> = {
  earned: 'accent',
  approved: 'info',
  issued: 'success',
  barred: 'warning',
  cancelled: 'neutral',
}

export function RewardStateBadge({ of }: { of: RewardState }) {
  const t = useT()
  return <Badge tone={tones[of]}>{t(rewardStateWords[of])}</Badge>
}

/** The act that a rule rewards, in words. */
export function useRuleName() {
  const t = useT()
  return (rule: RewardRule): string => {
    if (rule === 'referral_qualified') return t(words.referralQualified)
    if (rule === 'referral_won') return t(words.referralWon)
    const kind = askKinds.find((one) => rule === `ask_done:${one}`)!
    return t(words.askDone, { kind: t(askKindNames[kind]) })
  }
}

type What = Pick<ListedReward, 'giftKind' | 'amountMinor' | 'currency' | 'thing' | 'list' | 'points'>

/** What is given: the gift first, then the points. */
export function useWhat() {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  return (of: What): string => {
    const money = of.amountMinor !== null && of.currency ? format.money(of.amountMinor, of.currency) : null
    const gift =
      of.giftKind === 'amount'
        ? money
        : of.giftKind === 'thing'
          ? (of.thing?.[locale] ?? null)
          : of.giftKind === 'code'
            ? [t(words.codeOf, { list: of.list ?? '–' }), money].filter(Boolean).join(' · ')
            : null
    const points = of.points > 0 ? t(words.nPoints, { n: of.points }) : null
    return [gift, points].filter(Boolean).join(' + ') || '–'
  }
}

/** The terms of a rule, as what they give. `lists`: names of code lists by id. */
export const whatOf = (points: number, gift: Gift | null, lists: Record<string, string>): What => ({
  points,
  giftKind: gift?.kind ?? null,
  amountMinor: gift?.kind === 'amount' ? gift.minor : null,
  currency: gift?.kind === 'amount' ? gift.currency : null,
  thing: gift?.kind === 'thing' ? { en: gift.en, ja: gift.ja } : null,
  list: gift?.kind === 'code' ? (lists[gift.listId] ?? null) : null,
})

/** Why it was cancelled, in words. */
export function useReason() {
  const t = useT()
  return (reason: string): string => {
    const own = ownReasons.find((one) => one === reason)
    return own ? t(own === 'reopened' ? words.reopened : words.erasedReason) : reason
  }
}
