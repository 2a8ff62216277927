import { Link } from '@remix-run/react'
import { responseWords } from '#app/responses/words.ts'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { useHref } from '#app/ui/search.ts'

/** What a reader must know of how far a search has looked. */
export function SearchNotes({
  state,
  lookedTo,
  next,
}: {
  state: 'complete' | 'building' | 'behind' | null
  lookedTo: number | null
  next: string | null
}) {
  const t = useT()
  const format = useFormat()
  const href = useHref()
  if ((state === null || state === 'complete') && lookedTo === null) return null
  return (
    <div role="status" className="flex flex-wrap gap-x-3 gap-y-1 text-xs text-muted">
      {state === 'building' ? <p>{t(responseWords.searchBuilding)}</p> : null}
      {state === 'behind' ? <p>{t(responseWords.searchBehind)}</p> : null}
      {lookedTo === null ? null : (
        <p>
          {t(responseWords.lookedTo, { day: format.day(lookedTo) })}{' '}
          {next ? (
            <Link to={href({ after: next })} className="text-accent underline">
              {t(responseWords.lookFurther)}
            </Link>
          ) : null}
        </p>
      )}
    </div>
  )
}
