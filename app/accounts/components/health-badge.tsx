import { healthWords } from '#app/accounts/health-words.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { useT } from '#app/ui/locale.tsx'

const tones: Record<keyof typeof healthWords, Tone> = {
  green: 'success',
  yellow: 'warning',
  red: 'danger',
  unknown: 'neutral',
}

export function HealthBadge({ health }: { health: keyof typeof healthWords }) {
  const t = useT()
  return <Badge tone={tones[health]}>{t(healthWords[health])}</Badge>
}
