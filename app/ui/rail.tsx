import { Link } from '@remix-run/react'
import { Ellipsis } from 'lucide-react'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'
import { isCurrent, type NavItem } from '#app/ui/nav.ts'
import { frameWords, uiWords } from '#app/ui/words.ts'

interface NavProps {
  items: NavItem[]
  path: string
}

/** Icon and word on wide screens, icons alone on middling ones, nothing on phones. */
export function Rail({ items, path }: NavProps) {
  const t = useT()
  return (
    <nav
      aria-label={t(frameWords.menu)}
      className="sticky top-0 hidden h-dvh shrink-0 flex-col gap-1 border-r border-line bg-surface p-2 md:flex md:w-14 lg:w-52 print:hidden"
    >
      <Link
        to="/"
        aria-label={t(frameWords.home)}
        className="mb-2 flex h-10 items-center gap-2 px-2 text-lg font-semibold"
      >
        <img src="/logo.svg" alt="" width={24} height={24} />
        <span className="hidden lg:inline">Koe</span>
      </Link>
      {items.map((item) => {
        const current = isCurrent(item, path)
        const { icon: Icon } = item
        return (
          <Link
            key={item.to}
            to={item.to}
            title={t(item.word)}
            data-keys={item.keys}
            data-keys-label={t(item.word)}
            aria-current={current ? 'page' : undefined}
            className={join(
              'flex h-9 items-center gap-3 rounded px-2.5',
              current ? 'bg-accent-tint font-semibold text-accent' : 'text-muted hover:bg-sunken hover:text-ink',
            )}
          >
            <Icon aria-hidden size={18} className="shrink-0" />
            <span className="truncate md:sr-only lg:not-sr-only">{t(item.word)}</span>
          </Link>
        )
      })}
    </nav>
  )
}

/** On phones: the first four places, and the rest behind one more press (works without script). */
export function BottomBar({ items, path }: NavProps) {
  const t = useT()
  const first = items.slice(0, 4)
  const rest = items.slice(4)
  return (
    <nav
      aria-label={t(frameWords.menu)}
      className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {first.map((item) => (
        <BottomLink key={item.to} item={item} path={path} />
      ))}
      {rest.length > 0 ? (
        <details key={path} className="relative flex-1">
          <summary
            className={join(
              'flex h-14 flex-col items-center justify-center gap-0.5 text-xs',
              rest.some((item) => isCurrent(item, path)) ? 'font-semibold text-accent' : 'text-muted',
            )}
          >
            <Ellipsis aria-hidden size={20} />
            {t(uiWords.more)}
          </summary>
          <div className="absolute right-1 bottom-full mb-1 flex min-w-44 flex-col rounded-lg border border-line bg-surface p-1 shadow-float">
            {rest.map((item) => {
              const { icon: Icon } = item
              return (
                <Link
                  key={item.to}
                  to={item.to}
                  aria-current={isCurrent(item, path) ? 'page' : undefined}
                  className="flex min-h-11 items-center gap-3 rounded px-3 aria-[current]:text-accent"
                >
                  <Icon aria-hidden size={18} />
                  {t(item.word)}
                </Link>
              )
            })}
          </div>
        </details>
      ) : null}
    </nav>
  )
}

function BottomLink({ item, path }: { item: NavItem; path: string }) {
  const t = useT()
  const current = isCurrent(item, path)
  const { icon: Icon } = item
  return (
    <Link
      to={item.to}
      aria-current={current ? 'page' : undefined}
      className={join(
        'flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-xs',
        current ? 'font-semibold text-accent' : 'text-muted',
      )}
    >
      <Icon aria-hidden size={20} />
      <span className="max-w-full truncate">{t(item.word)}</span>
    </Link>
  )
}
