import { importStateWords } from '#app/accounts/import-words.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { useT } from '#app/ui/locale.tsx'

type State = keyof typeof importStateWords

const tones: Record<State, Tone> = {
  uploaded: 'neutral',
  checking: 'info',
  checked: 'accent',
  applying: 'info',
  done: 'success',
  failed: 'danger',
  cancelled: 'warning',
  undoing: 'info',
  undone: 'neutral',
}

export function ImportState({ state }: { state: State }) {
  const t = useT()
  return <Badge tone={tones[state]}>{t(importStateWords[state])}</Badge>
}
