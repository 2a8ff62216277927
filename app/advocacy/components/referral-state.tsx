import { referralStateWords, shortCheckWords } from '#app/advocacy/referrals/words.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { useT } from '#app/ui/locale.tsx'
import type { ReferralCheck, ReferralState } from '#db/enums/advocacy-referrals.ts'

const tones: Record<ReferralState, Tone> = {
  review: 'warning',
  new: 'info',
  qualified: 'accent',
  won: 'success',
  lost: 'neutral',
  rejected: 'neutral',
}

export function ReferralStateBadge({ of }: { of: ReferralState }) {
  return <Badge tone={tones[of]}>{useT()(referralStateWords[of])}</Badge>
}

export function CheckBadges({ of }: { of: readonly ReferralCheck[] }) {
  const t = useT()
  if (of.length === 0) return null
  return (
    <span className="flex flex-wrap gap-1">
      {of.map((check) => (
        <Badge key={check} tone="warning">
          {t(shortCheckWords[check])}
        </Badge>
      ))}
    </span>
  )
}
