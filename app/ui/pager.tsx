import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useLocation } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { useT } from '#app/ui/locale.tsx'
import { useHref } from '#app/ui/search.ts'
import { uiWords } from '#app/ui/words.ts'

/**
 * Keyset paging: `next` is the cursor for `?after=`, `previous` the one for `?before=` (a list that only goes forward
 * leaves it out; the first page is then one press away). `total` when it is cheap to know.
 */
export function Pager({
  shown,
  total,
  more = false,
  next,
  previous,
}: {
  shown: number
  total?: number | null
  /** There are at least `total`. */
  more?: boolean
  next?: string | null
  previous?: string | null
}) {
  const t = useT()
  const href = useHref()
  const query = new URLSearchParams(useLocation().search)
  const started = query.has('after') || query.has('before')
  return (
    <nav aria-label={t(uiWords.pages)} className="flex flex-wrap items-center justify-between gap-2 text-xs text-muted">
      <span className="tabular-nums">
        {total == null
          ? t(uiWords.shown, { n: shown })
          : t(more ? uiWords.shownOfMore : uiWords.shownOf, { n: shown, total })}
      </span>
      <span className="flex gap-2">
        {started && !previous ? (
          <LinkButton size="sm" to={href({ after: null, before: null })}>
            {t(uiWords.firstPage)}
          </LinkButton>
        ) : null}
        {previous ? (
          <LinkButton size="sm" icon={ChevronLeft} to={href({ before: previous, after: null })}>
            {t(uiWords.previous)}
          </LinkButton>
        ) : null}
        {next ? (
          <LinkButton size="sm" icon={ChevronRight} to={href({ after: next, before: null })}>
            {t(uiWords.next)}
          </LinkButton>
        ) : null}
      </span>
    </nav>
  )
}
