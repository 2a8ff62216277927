import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { doorWords as words } from '#app/surveys/doors/door-words.ts'
import { Button } from '#app/ui/button.tsx'
import { useHydrated } from '#app/ui/hydrated.ts'
import { useT } from '#app/ui/locale.tsx'

/** Text that is taken elsewhere: selected by a press, and copied by a button where script runs. `label`: what it is. */
export function Copied({ text, label }: { text: string; label: string }) {
  const t = useT()
  const hydrated = useHydrated()
  const [done, setDone] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setDone(true)
    setTimeout(() => setDone(false), 3_000)
  }
  return (
    <div className="flex min-w-0 flex-col items-start gap-2">
      <pre className="w-full rounded bg-sunken px-3 py-2 font-mono text-xs leading-5 whitespace-pre-wrap break-all text-ink select-all">
        {text}
      </pre>
      {hydrated ? (
        <Button
          type="button"
          size="sm"
          icon={done ? Check : Copy}
          aria-label={`${t(words.copy)}: ${label}`}
          onClick={() => void copy()}
        >
          <span role="status">{t(done ? words.copied : words.copy)}</span>
        </Button>
      ) : null}
    </div>
  )
}
