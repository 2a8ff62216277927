import { rankedFrom, hoursOf } from '#app/cases/rank.ts'
import { rankWords as words, sayRankParts } from '#app/cases/rank-words.ts'
import { useFormat, useT, useToday } from '#app/ui/locale.tsx'
import type { RankPart } from '#db/enums/cases.ts'

interface Ranked {
  rankAt: number
  rankParts: RankPart[] | null
}

/** Why a case stands where it does in the queue: its due time and the head starts, adding up. */
export function RankLine({ of }: { of: Ranked }) {
  const t = useT()
  const format = useFormat()
  const today = useToday()
  const due = format.dateTime(rankedFrom(of))
  const text =
    of.rankParts === null
      ? t(words.notYet)
      : of.rankParts.length === 0
        ? t(words.asDue, { due })
        : t(words.before, {
            hours: hoursOf(of.rankParts),
            due,
            parts: sayRankParts(of.rankParts, { t, format, today, plain: true }).join(t(words.comma)),
          })
  return <p className="text-xs text-muted">{t(words.place, { text })}</p>
}

/** The head starts alone, for a row of the list; nothing when there are none. */
export function HeadStarts({ parts }: { parts: RankPart[] | null }) {
  const t = useT()
  const format = useFormat()
  const today = useToday()
  if (!parts?.length) return null
  return <p className="text-xs text-muted">{sayRankParts(parts, { t, format, today }).join(t(words.comma))}</p>
}
