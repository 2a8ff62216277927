import { stateWords } from '#app/access/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { useT } from '#app/ui/locale.tsx'

const tone = { active: 'success', invited: 'info', ended: 'neutral' } as const

/** Whether a colleague may come in. */
export function StateBadge({ state }: { state: keyof typeof stateWords }) {
  const t = useT()
  return <Badge tone={tone[state]}>{t(stateWords[state])}</Badge>
}
