import { Keyboard } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useHydrated } from '#app/ui/hydrated.ts'
import { isFree, pressKeys } from '#app/ui/keys.ts'
import { useT } from '#app/ui/locale.tsx'
import { frameWords } from '#app/ui/words.ts'

/** Comes with the first use, not with the first page. */
const ShortcutsDialog = lazy(() => import('#app/ui/shortcuts-dialog.tsx').then((file) => ({ default: file.ShortcutsDialog }))) // prettier-ignore

/** Milliseconds that a sequence such as `g q` may take. */
const patience = 1500

/** Listens for the shortcuts of every page, and shows them: by `?` and by its button. */
export function Shortcuts() {
  const t = useT()
  const hydrated = useHydrated()
  const [open, setOpen] = useState<boolean | null>(null)
  useEffect(() => {
    let begun = ''
    let at = 0
    function onKey(event: KeyboardEvent) {
      if (event.key === 'Shift' || !isFree(event)) return
      if (event.key === '?') {
        event.preventDefault()
        return setOpen(true)
      }
      if (event.repeat && begun) return
      const sequence = begun && event.timeStamp - at < patience ? `${begun} ${event.key}` : ''
      const pressed = (sequence && pressKeys(sequence)) || pressKeys(event.key)
      begun = pressed === 'more' ? event.key : ''
      at = event.timeStamp
      if (pressed) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  if (!hydrated) return null
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-label={t(frameWords.shortcuts)}
        aria-keyshortcuts="?"
        title={`${t(frameWords.shortcuts)} (?)`}
        className="hidden h-9 min-w-9 items-center justify-center rounded text-muted hover:bg-sunken hover:text-ink md:flex"
      >
        <Keyboard aria-hidden size={18} />
      </button>
      {open === null ? null : (
        <Suspense fallback={null}>
          <ShortcutsDialog open={open} onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  )
}
