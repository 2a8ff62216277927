import { CircleCheck, Clock3, Pause } from 'lucide-react'
import { clock, resolving, spanUnit, type ShownClocks } from '#app/cases/clock.ts'
import { clockWords as words, spanWords } from '#app/cases/sla/clock-words.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { join } from '#app/ui/join.ts'
import { useFormat, useNow, useT } from '#app/ui/locale.tsx'
import type { Word } from '#app/platform/words.ts'

/** Whole per cent of the promised time that are used, by the clock; null where it is not known. */
export interface Used {
  reply: number | null
  resolve: number | null
}

/**
 * Both clocks of a case in words: until the first reply is due, or who has one; until it should be resolved, or since when
 * that stands. The moment itself is told on hover. In a list the one stands below the other.
 */
export function CaseClock({ of, used, inLine }: { of: ShownClocks; used?: Used | null; inLine?: boolean }) {
  const now = useNow()
  const reply = clock(of, now)
  const resolve = resolving(of, now)
  return (
    <span
      className={join('flex gap-1.5', inLine ? 'flex-wrap items-center' : 'shrink-0 flex-col items-end')}
      suppressHydrationWarning
    >
      <ClockBadge
        kind={reply.kind}
        span={reply.span}
        at={of.replyDueAt}
        used={used?.reply}
        said={{ due: words.replyDue, late: words.replyLate, replied: words.replied, ended: words.ended }}
      />
      {resolve.kind === 'none' ? null : (
        <ClockBadge
          kind={resolve.kind}
          span={resolve.span}
          at={resolve.kind === 'paused' ? of.pausedAt! : of.resolveDueAt!}
          used={used?.resolve}
          said={{ due: words.resolveDue, late: words.resolveLate, paused: words.paused }}
        />
      )}
    </span>
  )
}

/** The clock of one person's reply, while it runs. */
export function ReplyClock({ dueAt, used }: { dueAt: number; used?: number | null | undefined }) {
  const { kind, span } = clock({ state: 'new', waiting: 1, replyDueAt: dueAt }, useNow())
  const said = { due: words.replyDue, late: words.replyLate }
  return <ClockBadge kind={kind} span={span} at={dueAt} used={used} said={said} />
}

type Kind = 'due' | 'late' | 'replied' | 'ended' | 'paused'
const tones: Record<Kind, Tone> = {
  due: 'neutral',
  late: 'danger',
  replied: 'success',
  ended: 'neutral',
  paused: 'info',
}
const icons = { due: Clock3, late: Clock3, replied: CircleCheck, ended: undefined, paused: Pause }

function ClockBadge({
  kind,
  span,
  at,
  used,
  said,
}: {
  kind: Kind
  span: number
  at: number
  used: number | null | undefined
  said: Partial<Record<Kind, Word>>
}) {
  const t = useT()
  const format = useFormat()
  const { unit, n } = spanUnit(span)
  const timed = kind === 'due' || kind === 'late' || kind === 'paused'
  const text = t(said[kind]!, { time: t(spanWords[unit], { n }), date: format.date(at) })
  // Near its end, and past it, a clock says how much of it is used.
  const share = timed && typeof used === 'number' && used >= 50 ? ` · ${t(words.used, { n: used })}` : ''
  return (
    <span title={timed ? format.exact(at) : undefined} suppressHydrationWarning>
      <Badge tone={tones[kind]} icon={icons[kind]}>
        {text}
        {share}
      </Badge>
    </span>
  )
}
