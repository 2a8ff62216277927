import { programStateWords } from '#app/surveys/words.ts'
import type { ProgramState } from '#app/surveys/program.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { useT } from '#app/ui/locale.tsx'

const tones: Record<ProgramState, Tone> = { draft: 'neutral', live: 'success', paused: 'warning', archived: 'neutral' }

export function ProgramStateBadge({ state }: { state: ProgramState }) {
  const t = useT()
  return <Badge tone={tones[state]}>{t(programStateWords[state])}</Badge>
}
