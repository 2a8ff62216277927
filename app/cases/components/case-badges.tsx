import type { CaseState } from '#app/cases/transitions.ts'
import { landReasonWords } from '#app/cases/landing-words.ts'
import { wishTimeWords, wishWords } from '#app/cases/wish-words.ts'
import { severityWords, stateWords } from '#app/cases/words.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { useT } from '#app/ui/locale.tsx'
import type { LandReason, ReplyTime, ReplyWish } from '#db/enums/cases.ts'
import type { Severity } from '#db/enums/surveys.ts'

const stateTones: Record<CaseState, Tone> = {
  new: 'accent',
  contacted: 'info',
  working: 'info',
  waiting: 'neutral',
  resolved: 'success',
  closed: 'neutral',
}
const severityTones: Record<Severity, Tone> = {
  low: 'neutral',
  normal: 'neutral',
  high: 'warning',
  urgent: 'danger',
}

export function StateBadge({ state }: { state: CaseState }) {
  const t = useT()
  return <Badge tone={stateTones[state]}>{t(stateWords[state])}</Badge>
}

/** How the person wants to be answered, and when. */
export function WishBadge({ wish, when }: { wish: ReplyWish; when: ReplyTime | null }) {
  const t = useT()
  const time = wish === 'call' && when && when !== 'any' ? ` · ${t(wishTimeWords[when])}` : ''
  return (
    <Badge tone={wish === 'none' ? 'neutral' : 'info'}>
      {t(wishWords[wish])}
      {time}
    </Badge>
  )
}

/** Why an answer is on a case, where its score doesn't say it. */
export function WhyLanded({ why, score }: { why: LandReason | null; score: number | null }) {
  const t = useT()
  if (why === null || why === 'score') return null
  return (
    <Badge tone={why === 'contradiction' ? 'warning' : 'info'}>
      {t(landReasonWords[why], { score: score ?? '–' })}
    </Badge>
  )
}

/** Shown only where it differs from the usual: a list full of "Normal" says nothing. */
export function SeverityBadge({ severity, always = false }: { severity: Severity; always?: boolean }) {
  const t = useT()
  if (!always && (severity === 'normal' || severity === 'low')) return null
  return <Badge tone={severityTones[severity]}>{t(severityWords[severity])}</Badge>
}
