import { Link } from '@remix-run/react'
import { HealthBadge } from '#app/accounts/components/health-badge.tsx'
import { accountWords as words } from '#app/accounts/page-words.ts'
import { Money, useT } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'

interface Child {
  id: string
  name: string
  arrMinor: number | null
  currency: string | null
  health: Parameters<typeof HealthBadge>[0]['health']
}

/** The accounts whose parent this one is; nothing when there are none. */
export function Below({ of }: { of: { id: string; children: Child[]; childrenCount: number } }) {
  const t = useT()
  if (of.childrenCount === 0) return null
  return (
    <Section title={`${t(words.children)} (${of.childrenCount})`}>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {of.children.map((child) => (
          <li key={child.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-3 py-2">
            <Link to={`/accounts/${child.id}`} className="font-medium text-accent hover:underline">
              {child.name}
            </Link>
            <HealthBadge health={child.health} />
            <span className="ml-auto text-xs text-muted">
              <Money minor={child.arrMinor} currency={child.currency} />
            </span>
          </li>
        ))}
      </ul>
      {of.childrenCount > of.children.length ? (
        <Link to={`/accounts?parent=${of.id}`} className="text-accent hover:underline">
          {t(words.allChildren, { n: of.childrenCount })}
        </Link>
      ) : null}
    </Section>
  )
}
