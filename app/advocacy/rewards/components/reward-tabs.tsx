import { AdvocacyTabs } from '#app/advocacy/components/advocacy-tabs.tsx'
import { rewardWords as words } from '#app/advocacy/rewards/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useT } from '#app/ui/locale.tsx'

/** The pages of rewards beside each other, under those of advocacy. */
export function RewardTabs({ current }: { current: 'ledger' | 'people' | 'rules' | 'codes' }) {
  const t = useT()
  const places = { ledger: '/rewards', people: '/rewards/tiers', rules: '/rewards/rules', codes: '/rewards/codes' }
  return (
    <>
      <AdvocacyTabs current="rewards" />
      <nav aria-label={t(words.rewards)} className="flex flex-wrap gap-2">
        {(Object.keys(places) as (keyof typeof places)[]).map((key) => (
          <LinkButton
            key={key}
            to={places[key]}
            size="sm"
            variant={key === current ? 'secondary' : 'quiet'}
            aria-current={key === current ? 'page' : undefined}
          >
            {t(words[key])}
          </LinkButton>
        ))}
      </nav>
    </>
  )
}
