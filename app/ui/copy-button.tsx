import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button, type ButtonVariant } from '#app/ui/button.tsx'
import { useHydrated } from '#app/ui/hydrated.ts'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

/** Copies a text and says so for three seconds; without script there is none. `label`: what it is. */
export function CopyButton({ text, label, variant }: { text: string; label?: string; variant?: ButtonVariant }) {
  const t = useT()
  const hydrated = useHydrated()
  const [done, setDone] = useState(false)
  if (!hydrated) return null
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setDone(true)
    setTimeout(() => setDone(false), 3_000)
  }
  return (
    <Button
      type="button"
      size="sm"
      variant={variant}
      icon={done ? Check : Copy}
      aria-label={label && `${t(uiWords.copy)}: ${label}`}
      onClick={() => void copy()}
    >
      <span role="status">{t(done ? uiWords.copied : uiWords.copy)}</span>
    </Button>
  )
}
