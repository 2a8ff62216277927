import { Link } from '@remix-run/react'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'
import { Refused } from '#app/ui/refused.tsx'
import { uiWords } from '#app/ui/words.ts'

export interface Crumb {
  label: string
  to: string
}

/** One screen: where am I, its title, what can be done, and the content. `narrow` for forms and running text. */
export function Page({
  title,
  crumbs = [],
  actions,
  lead,
  narrow = false,
  children,
}: {
  title: ReactNode
  crumbs?: Crumb[]
  actions?: ReactNode
  /** One sentence under the title. */
  lead?: ReactNode
  narrow?: boolean
  children?: ReactNode
}) {
  return (
    <div className={join('mx-auto flex w-full flex-col gap-5', narrow ? 'max-w-3xl' : 'max-w-content')}>
      <header className="flex flex-col gap-1">
        {crumbs.length > 0 ? <Crumbs crumbs={crumbs} /> : null}
        {/* On a phone the buttons come after what the page says of itself, unless there is room for them beside it. */}
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div className="flex min-w-0 flex-1 basis-48 flex-col gap-1">
            <h1 className="text-xl font-semibold">{title}</h1>
            {lead ? <p className="max-w-prose text-muted">{lead}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
        </div>
      </header>
      <Refused />
      {children}
    </div>
  )
}

/** The way from the top to here; the page's own title follows it. */
export function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  const t = useT()
  return (
    <nav aria-label={t(uiWords.whereAmI)} className="print:hidden">
      <ol className="flex flex-wrap items-center gap-1 text-xs text-muted">
        {crumbs.map((crumb, i) => (
          <li key={crumb.to} className="flex items-center gap-1">
            {i > 0 ? <ChevronRight aria-hidden size={12} /> : null}
            <Link to={crumb.to} className="hover:text-accent hover:underline">
              {crumb.label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** A part of a screen with its own heading. */
export function Section({ title, actions, children }: { title: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="text-lg font-semibold">{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  )
}
