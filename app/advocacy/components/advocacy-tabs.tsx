import { askingWords } from '#app/advocacy/asking/words.ts'
import { quoteWords } from '#app/advocacy/quotes/words.ts'
import { referralWords } from '#app/advocacy/referrals/words.ts'
import { rewardWords } from '#app/advocacy/rewards/words.ts'
import { advocacyWords } from '#app/advocacy/words.ts'
import { useT } from '#app/ui/locale.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

/** The pages of advocacy beside each other. */
export function AdvocacyTabs({
  current,
}: {
  current: 'advocates' | 'who' | 'asks' | 'referrals' | 'quotes' | 'rewards' | 'ambassadors' | 'report'
}) {
  const t = useT()
  const tabs = [
    { key: 'advocates', to: '/advocates', label: t(advocacyWords.advocates) },
    { key: 'who', to: '/asks/who', label: t(askingWords.who) },
    { key: 'asks', to: '/asks', label: t(askingWords.asks) },
    { key: 'referrals', to: '/referrals', label: t(referralWords.referrals) },
    { key: 'quotes', to: '/quotes', label: t(quoteWords.quotes) },
    { key: 'rewards', to: '/rewards', label: t(rewardWords.rewards) },
    { key: 'ambassadors', to: '/ambassadors', label: t(advocacyWords.ambassadors) },
    { key: 'report', to: '/advocacy/report', label: t(advocacyWords.report) },
  ]
  return (
    <Tabs
      label={t(advocacyWords.advocates)}
      tabs={tabs.map(({ key, to, label }) => ({ to, label, current: key === current }))}
    />
  )
}
