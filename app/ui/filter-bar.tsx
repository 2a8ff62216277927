import { Form, Link } from '@remix-run/react'
import { ListFilter, X } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'
import { useHrefWithout } from '#app/ui/search.ts'
import { uiWords } from '#app/ui/words.ts'

export interface Chip {
  /** The query's name and value that the chip stands for. */
  name: string
  value?: string
  label: string
}

/**
 * Filters of a list: a plain GET form, so that every view is a link. `children` are fields with the names of the query;
 * `keep` are values that stay though they have no field (a sort, a tab). `to`: the list's own path, where the form stands
 * on another page beside it. `folded`: folded away on wide screens too.
 */
export function FilterBar({
  children,
  chips = [],
  keep = {},
  to,
  folded = false,
}: {
  children: ReactNode
  chips?: Chip[]
  keep?: Record<string, string | null | undefined>
  to?: string
  folded?: boolean
}) {
  const t = useT()
  const fold = useId()
  return (
    <search className="flex flex-col gap-2">
      {/* On a phone the fields are folded away, so that the list comes first; no script needed. */}
      <input type="checkbox" id={fold} className={join('peer sr-only', !folded && 'sm:hidden')} />
      <label
        htmlFor={fold}
        className={join(
          'inline-flex min-h-9 items-center gap-2 self-start rounded border border-control bg-surface px-3 text-sm font-medium peer-focus-visible:ring-2 peer-focus-visible:ring-accent',
          !folded && 'sm:hidden',
        )}
      >
        <ListFilter aria-hidden size={16} />
        {t(uiWords.filters)}
      </label>
      <Form
        method="get"
        action={to}
        className={join(
          'flex-wrap items-end gap-2 peer-checked:flex',
          folded ? 'hidden [&>div]:w-full' : 'flex max-sm:hidden [&>div]:w-44 [&>div]:max-sm:w-full',
        )}
      >
        {Object.entries(keep).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        {children}
        <Button icon={ListFilter}>{t(uiWords.apply)}</Button>
      </Form>
      <FilterChips chips={chips} />
    </search>
  )
}

/** What a list is narrowed by just now, each taken away by a press. */
export function FilterChips({ chips }: { chips: Chip[] }) {
  const t = useT()
  const without = useHrefWithout()
  if (chips.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-1.5" aria-label={t(uiWords.filters)}>
      {chips.map((chip) => (
        <li key={`${chip.name}=${chip.value ?? ''}`}>
          <Link
            to={without(chip.name, chip.value)}
            aria-label={t(uiWords.removeFilter, { label: chip.label })}
            className="inline-flex min-h-6 items-center gap-1 rounded-full bg-accent-tint px-2.5 text-xs text-accent hover:underline"
          >
            {chip.label}
            <X aria-hidden size={12} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
