import { classSigns, classWords } from '#app/ui/class-words.ts'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'
import type { Class, Metric } from '#db/enums/statistics.ts'

export const classTones: Record<Class, string> = {
  high: 'bg-promoter-tint text-promoter',
  mid: 'bg-passive-tint text-passive',
  low: 'bg-detractor-tint text-detractor',
}

/** ▲ ● ▼ with the score, if given, and the class in words: `▼ 3 Detractor`. `short` hides the word from the eye only. */
export function ClassMark({
  of,
  metric = 'nps',
  score,
  short = false,
}: {
  of: Class
  metric?: Metric
  score?: number | null
  short?: boolean
}) {
  const t = useT()
  const word = t(classWords[metric][of])
  return (
    <span
      title={word}
      className={join(
        'inline-flex min-h-6 items-center gap-1.5 rounded-sm px-2 text-xs font-medium whitespace-nowrap tabular-nums',
        classTones[of],
      )}
    >
      <span aria-hidden>{classSigns[of]}</span>
      {score == null ? null : <span className="text-sm font-semibold">{score}</span>}
      <span className={short ? 'sr-only' : undefined}>{word}</span>
    </span>
  )
}
