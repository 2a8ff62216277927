import { Clock3 } from 'lucide-react'
import { clock, spanUnit } from '#app/cases/clock.ts'
import type { CaseState } from '#app/cases/transitions.ts'
import { caseWords, spanWords } from '#app/cases/words.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { useFormat, useNow, useT } from '#app/ui/locale.tsx'

const tones: Record<ReturnType<typeof clock>['kind'], Tone> = {
  due: 'neutral',
  late: 'danger',
  replied: 'success',
  ended: 'neutral',
}

/** "due in 3 h", "2 h late", "replied": said in words, with the moment itself on hover. */
export function CaseClock({ of }: { of: { state: CaseState; replyDueAt: number; waiting: number } }) {
  const t = useT()
  const format = useFormat()
  const { kind, span } = clock(of, useNow())
  const { unit, n } = spanUnit(span)
  const time = t(spanWords[unit], { n })
  const text = {
    due: t(caseWords.dueIn, { time }),
    late: t(caseWords.lateBy, { time }),
    replied: t(caseWords.replied),
    ended: t(caseWords.ended),
  }[kind]
  const timed = kind === 'due' || kind === 'late'
  return (
    <span title={timed ? format.exact(of.replyDueAt) : undefined} suppressHydrationWarning>
      <Badge tone={tones[kind]} icon={timed ? Clock3 : undefined}>
        {text}
      </Badge>
    </span>
  )
}
