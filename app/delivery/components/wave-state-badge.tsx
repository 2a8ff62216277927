import type { WaveState } from '#app/delivery/wave.ts'
import { waveStateWords } from '#app/delivery/words.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { useT } from '#app/ui/locale.tsx'

const tones: Record<WaveState, Tone> = {
  scheduled: 'info',
  planning: 'info',
  ready: 'info',
  sending: 'accent',
  paused: 'warning',
  done: 'success',
  cancelled: 'neutral',
}

export function WaveStateBadge({ state }: { state: WaveState }) {
  const t = useT()
  return <Badge tone={tones[state]}>{t(waveStateWords[state])}</Badge>
}
