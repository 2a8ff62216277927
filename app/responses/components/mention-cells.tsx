import { Link } from '@remix-run/react'
import { topicWords as words } from '#app/responses/topic-page-words.ts'
import type { countMentions } from '#app/responses/topics/count-mentions.server.ts'
import { isNoise } from '#app/statistics/score.ts'
import { classTones } from '#app/ui/class-mark.tsx'
import { classSigns, classWords } from '#app/ui/class-words.ts'
import { join } from '#app/ui/join.ts'
import { useFormat, useT } from '#app/ui/locale.tsx'

export type Mentions = Awaited<ReturnType<typeof countMentions>>[number]

/** Exactly the answers that the mentions of a topic were counted from. */
export const mentionsBehind = (topicId: string, { from, to }: { from: string; to: string }) =>
  `/responses?${new URLSearchParams({ topic: topicId, numbers: '1', from, to }).toString()}`

/** ▲ 12 ● 3 ▼ 8: each opens the answers behind it. */
export function ClassCounts({ of, behind }: { of: Pick<Mentions, 'id' | 'mentions'>; behind: string }) {
  const t = useT()
  const format = useFormat()
  return (
    <span className="inline-flex flex-wrap gap-1 sm:justify-end">
      {(['high', 'mid', 'low'] as const).map((one) => (
        <Link
          key={one}
          to={`${behind}&class=${one}`}
          aria-label={`${t(classWords.nps[one])}: ${format.number(of.mentions[one])}`}
          className={join(
            'inline-flex min-h-6 min-w-12 items-center justify-center gap-1 rounded-sm px-1.5 text-xs tabular-nums hover:underline',
            classTones[one],
          )}
        >
          <span aria-hidden>{classSigns[one]}</span>
          {format.number(of.mentions[one])}
        </Link>
      ))}
    </span>
  )
}

/** `+37 (18 to 53) · n = 67`: the interval stands beside the score, never in a tooltip. */
export function MentionNps({ nps }: Pick<Mentions, 'nps'>) {
  const t = useT()
  const format = useFormat()
  if (nps === null) return <span className="text-muted">–</span>
  const end = (value: number) => format.number(Math.round(value) || 0).replace('-', '−')
  return (
    <span className="tabular-nums">
      <span className="font-semibold">{format.signed(nps.value)}</span>{' '}
      <span className="text-xs text-muted">
        {t(words.interval, { low: end(nps.low), high: end(nps.high), n: format.number(nps.n) })}
      </span>
    </span>
  )
}

export function MentionChange({ of }: { of: Pick<Mentions, 'n' | 'before' | 'change'> }) {
  const t = useT()
  const format = useFormat()
  return (
    <span className="flex flex-col items-end text-right">
      <span className="tabular-nums">{t(words.mentionChange, { change: format.signed(of.n - of.before) })}</span>
      <span className="text-xs text-muted">
        {of.change === null
          ? t(words.few)
          : `${t(words.npsChange, { change: format.signed(of.change.value) })} · ${t(isNoise(of.change) ? words.withinNoise : words.clear)}`}
      </span>
    </span>
  )
}
