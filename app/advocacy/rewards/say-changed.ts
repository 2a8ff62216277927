import type { Changed } from '#app/advocacy/rewards/change-reward.server.ts'
import { rewardWords as words } from '#app/advocacy/rewards/words.ts'
import { translator, type Locale } from '#app/platform/words.ts'

/** What became of the rewards that were ticked, in sentences; null: none were. */
export function sayChanged(locale: Locale, verb: 'approve' | 'issue', changed: Changed | null): string {
  const t = translator(locale)
  if (!changed) return t(words.nothingTicked)
  const { reward_no_codes: noCodes = 0, ...others } = changed.refused
  const moved = Object.values(others).reduce((sum, n) => sum + n, 0)
  return [
    t(verb === 'approve' ? words.saidApprove : words.saidIssue, { n: changed.done }),
    ...(changed.barred ? [t(words.saidBarred, { n: changed.barred })] : []),
    ...(noCodes ? [t(words.saidNoCodes, { n: noCodes })] : []),
    ...(moved ? [t(words.saidMoved, { n: moved })] : []),
  ].join(locale === 'ja' ? '' : ' ')
}
