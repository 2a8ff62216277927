import { Link } from '@remix-run/react'
import { Check, ListFilter, X } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { join } from '#app/ui/join.ts'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { useHref } from '#app/ui/search.ts'
import { uiWords } from '#app/ui/words.ts'

export interface FacetValue {
  value: string
  label: string
  /** Null where nobody counted. */
  n: number | null
  /** There may be more than were counted. */
  more?: boolean
}

export interface FacetGroup {
  /** The query's name. */
  name: string
  title: string
  values: FacetValue[]
  /** What is chosen now. */
  current: string | undefined
}

/** Values that stand open; the rest unfolds. */
const open = 6

/**
 * What a list may be narrowed by, each value a link with its count, so that it works without a script. Beside the list
 * on wide screens, on a phone a sheet over it; `done` says what closing the sheet shows.
 */
export function Facets({
  before,
  groups,
  done,
  children,
}: {
  before?: ReactNode
  groups: FacetGroup[]
  done: string
  children?: ReactNode
}) {
  const t = useT()
  const sheet = useId()
  return (
    <aside aria-label={t(uiWords.filters)} className="min-w-0">
      <input type="checkbox" id={sheet} className="peer sr-only lg:hidden" />
      <label
        htmlFor={sheet}
        className="inline-flex min-h-9 items-center gap-2 rounded border border-control bg-surface px-3 text-sm font-medium peer-focus-visible:ring-2 peer-focus-visible:ring-accent lg:hidden"
      >
        <ListFilter aria-hidden size={16} />
        {t(uiWords.filters)}
      </label>
      <div className="flex flex-col gap-5 max-lg:fixed max-lg:inset-0 max-lg:z-40 max-lg:hidden max-lg:overflow-y-auto max-lg:bg-canvas max-lg:p-4 max-lg:pb-24 max-lg:peer-checked:flex">
        <label
          htmlFor={sheet}
          className="flex min-h-9 items-center justify-between text-lg font-semibold lg:hidden"
          aria-hidden
        >
          {t(uiWords.filters)}
          <X size={20} />
        </label>
        {before}
        {groups
          .filter((group) => group.values.length > 1 || group.current !== undefined)
          .map((group) => (
            <Group key={group.name} group={group} />
          ))}
        {children}
        <label
          htmlFor={sheet}
          aria-hidden
          className="fixed inset-x-4 bottom-4 flex min-h-11 items-center justify-center rounded bg-accent font-semibold text-on-accent lg:hidden"
        >
          {done}
        </label>
      </div>
    </aside>
  )
}

function Group({ group }: { group: FacetGroup }) {
  const t = useT()
  const id = useId()
  const first = group.values.filter((one, at) => at < open || one.value === group.current)
  const rest = group.values.filter((one) => !first.includes(one))
  const list = (values: FacetValue[]) => (
    <ul aria-labelledby={id} className="flex flex-col">
      {values.map((one) => (
        <li key={one.value}>
          <Value group={group} of={one} />
        </li>
      ))}
    </ul>
  )
  return (
    <section className="flex flex-col gap-1">
      <h2 id={id} className="px-2 text-xs font-semibold text-muted">
        {group.title}
      </h2>
      {list(first)}
      {rest.length > 0 ? (
        <details>
          <summary className="px-2 py-1 text-xs text-accent hover:underline">
            {t(uiWords.moreValues, { n: rest.length })}
          </summary>
          {list(rest)}
        </details>
      ) : null}
    </section>
  )
}

function Value({ group, of }: { group: FacetGroup; of: FacetValue }) {
  const href = useHref()
  const chosen = of.value === group.current
  return <FacetLink {...of} chosen={chosen} to={href({ [group.name]: chosen ? null : of.value, after: null })} />
}

/** One value: a press narrows the list by it, another takes it back. */
export function FacetLink({
  to,
  label,
  chosen,
  n,
  more = false,
}: Pick<FacetValue, 'label' | 'n' | 'more'> & { to: string; chosen: boolean }) {
  const format = useFormat()
  return (
    <Link
      to={to}
      aria-current={chosen ? 'true' : undefined}
      preventScrollReset
      className={join(
        'flex min-h-8 items-center gap-2 rounded px-2 max-lg:min-h-11',
        chosen ? 'bg-accent-tint font-medium text-accent' : 'hover:bg-sunken',
      )}
    >
      {chosen ? <Check aria-hidden size={14} className="shrink-0" /> : null}
      <span className="min-w-0 flex-1 truncate" title={label}>
        {label}
      </span>
      {n === null ? null : (
        <span className={join('text-xs tabular-nums', chosen ? '' : 'text-muted')}>
          {format.number(n)}
          {more ? '+' : ''}
        </span>
      )}
    </Link>
  )
}
