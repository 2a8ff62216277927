import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { replyWords as words } from '#app/cases/replies/words.ts'
import { Button } from '#app/ui/button.tsx'
import { useHydrated } from '#app/ui/hydrated.ts'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

/** The address that files a mail on this case, for one's own mail program. */
export function CaseAddress({ address }: { address: string }) {
  const t = useT()
  const hydrated = useHydrated()
  const [done, setDone] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    setDone(true)
    setTimeout(() => setDone(false), 3_000)
  }
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
      <span>{t(words.bcc)}</span>
      <code className="min-w-0 rounded bg-sunken px-1 break-all select-all">{address}</code>
      {hydrated ? (
        <Button type="button" size="sm" variant="quiet" icon={done ? Check : Copy} onClick={() => void copy()}>
          <span role="status">{t(done ? words.copied : uiWords.copy)}</span>
        </Button>
      ) : null}
    </div>
  )
}
