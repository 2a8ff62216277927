import { Link } from '@remix-run/react'
import { Search } from 'lucide-react'
import { lazy, Suspense, useEffect, useState, type MouseEvent } from 'react'
import { useT } from '#app/ui/locale.tsx'
import { searchWords as words } from '#app/ui/search-words.ts'

/** Comes with the first use, not with the first page. */
const load = () => import('#app/ui/palette.tsx')
const Palette = lazy(() => load().then((file) => ({ default: file.Palette })))

/** The search of every page: a link to its page, and with script a dialog that `⌘K` or `Ctrl K` opens too. */
export function PaletteButton({ person }: { person: string }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const [used, setUsed] = useState(false)
  const [keys, setKeys] = useState<string | null>(null)
  useEffect(() => {
    setKeys(/Mac|iPhone|iPad/.test(navigator.platform) ? '⌘K' : 'Ctrl K')
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return
      if (event.isComposing) return
      event.preventDefault()
      setUsed(true)
      setOpen((was) => !was)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    setUsed(true)
    setOpen(true)
  }
  return (
    <>
      <Link
        to="/search"
        onClick={onClick}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        aria-keyshortcuts="Meta+K Control+K /"
        data-keys="/"
        className="flex h-9 min-w-9 items-center justify-center gap-2 rounded px-2 text-muted hover:bg-sunken hover:text-ink sm:w-56 sm:justify-start sm:border sm:border-control sm:bg-surface sm:px-3 lg:w-72"
      >
        <Search aria-hidden size={18} className="shrink-0" />
        <span className="flex-1 truncate max-sm:sr-only">{t(words.placeholder)}</span>
        {keys ? (
          <kbd
            aria-hidden
            className="hidden rounded-sm border border-line bg-sunken px-1.5 font-sans text-xs text-muted sm:inline"
          >
            {keys}
          </kbd>
        ) : null}
      </Link>
      {used ? (
        <Suspense fallback={null}>
          <Palette open={open} onOpenChange={setOpen} person={person} />
        </Suspense>
      ) : null}
    </>
  )
}
