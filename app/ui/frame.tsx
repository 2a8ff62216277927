import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Said } from '#app/platform/http/said.ts'
import { Bell } from '#app/ui/bell.tsx'
import { useT } from '#app/ui/locale.tsx'
import { PaletteButton } from '#app/ui/palette-button.tsx'
import { BottomBar, Rail } from '#app/ui/rail.tsx'
import { Shortcuts } from '#app/ui/shortcuts.tsx'
import { Toast } from '#app/ui/toast.tsx'
import { TopMenus } from '#app/ui/top-menus.tsx'
import { frameWords } from '#app/ui/words.ts'
import { navFor } from '#app/ui/nav.ts'
import type { Role } from '#db/enums/audit.ts'

export interface FrameProps {
  user: { id: string; name: string; roles: Role[] } | null
  /** The path of this page. */
  path: string
  said: Said | null
  /** Null follows the system. */
  theme: 'light' | 'dark' | null
  /** Notifications that are unread, up to a hundred. */
  unread: number
  /** What everybody who sees it must know now, above every page. */
  notice?: ReactNode
  children: ReactNode
}

/** What stands around every staff page: rail (bottom bar on phones), language and theme, me, the last word said. */
export function Frame({ user, path, said, theme, unread, notice, children }: FrameProps) {
  const t = useT()
  const items = user ? navFor(user) : []
  return (
    <div className="flex min-h-dvh bg-canvas text-ink print:block print:bg-surface">
      <a
        href="#content"
        className="sr-only z-50 rounded bg-surface px-3 py-2 text-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t(frameWords.skip)}
      </a>
      {items.length > 0 ? <Rail items={items} path={path} /> : null}
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="flex min-h-12 print:hidden items-center justify-between gap-2 border-b border-line bg-surface px-4 sm:px-6">
          <Link
            to="/"
            aria-label={t(frameWords.home)}
            className="inline-flex items-center gap-2 font-semibold md:invisible"
          >
            <img src="/logo.svg" alt="" width={24} height={24} />
            Koe
          </Link>
          <div className="flex items-center gap-1 sm:gap-2">
            {user ? <PaletteButton person={user.id} /> : null}
            {user ? <Shortcuts /> : null}
            {user ? <Bell unread={unread} /> : null}
            <TopMenus user={user} path={path} theme={theme} />
          </div>
        </header>
        {notice ? <div className="print:hidden">{notice}</div> : null}
        <main id="content" tabIndex={-1} className="flex-1 px-4 pt-5 pb-8 outline-none sm:px-6 print:p-0">
          {children}
        </main>
        <footer className="px-4 pt-2 pb-6 print:pb-0 text-xs text-faint max-md:pb-24 sm:px-6">
          {t(frameWords.trademark)}
        </footer>
      </div>
      {items.length > 0 ? <BottomBar items={items} path={path} /> : null}
      {said ? <Toast key={said.text} said={said} /> : null}
    </div>
  )
}
