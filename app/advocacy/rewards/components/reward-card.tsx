import { Link } from '@remix-run/react'
import { BarNotice, GiftSwitch } from '#app/advocacy/rewards/components/gift-switch.tsx'
import { RewardStateBadge, useWhat } from '#app/advocacy/rewards/components/reward-what.tsx'
import type { rewardsOf } from '#app/advocacy/rewards/get-reward.server.ts'
import { rewardWords as words } from '#app/advocacy/rewards/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, Facts } from '#app/ui/card.tsx'
import { useLocale, useT } from '#app/ui/locale.tsx'

/** What somebody has earned, the tier it leads to, and whether they may accept gifts. */
export function RewardCard({ contactId, of }: { contactId: string; of: Awaited<ReturnType<typeof rewardsOf>> }) {
  const t = useT()
  const locale = useLocale()
  const what = useWhat()
  const { points, tier, next, newest } = of
  return (
    <Card title={t(words.rewards)}>
      <Facts
        items={[
          { name: t(words.points), value: points },
          {
            name: t(words.tier),
            value: (
              <>
                {tier ? tier.name[locale] : t(words.noTier)}
                {next ? (
                  <span className="block text-xs text-muted">
                    {t(words.toNext, { n: next.missing, tier: next.tier.name[locale] })}
                  </span>
                ) : null}
              </>
            ),
          },
        ]}
      />
      {newest.length ? (
        <>
          <ul className="flex flex-col gap-1.5">
            {newest.map((row) => (
              <li key={row.id} className="flex flex-wrap items-center gap-2">
                <Link
                  to={`/rewards/${row.id}`}
                  className="inline-flex min-h-6 items-center text-accent hover:underline"
                >
                  {what(row)}
                </Link>
                <RewardStateBadge of={row.state} />
              </li>
            ))}
          </ul>
          <div>
            <LinkButton to={`/rewards?person=${contactId}&state=${newest[0]!.state}`} size="sm">
              {t(words.showAll)}
            </LinkButton>
          </div>
        </>
      ) : null}
      {of.company ? <BarNotice of={of.company} /> : null}
      {of.company && !of.own ? null : <GiftSwitch party={`con:${contactId}`} bar={of.own} mayBar={of.mayBar} />}
    </Card>
  )
}
