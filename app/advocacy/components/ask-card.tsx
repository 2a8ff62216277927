import { Link, useFetcher, useLocation } from '@remix-run/react'
import type { BoardCard } from '#app/advocacy/asking/get-board.server.ts'
import { boardWords as words } from '#app/advocacy/asking/board-words.ts'
import { askingErrors, askingWords, askStateWords } from '#app/advocacy/asking/words.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { join } from '#app/ui/join.ts'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'

/** One ask on the board: who, for what, since when, by whom, and what may be done with it. */
export function AskCard({ of, moving }: { of: BoardCard; moving: boolean }) {
  const t = useT()
  const format = useFormat()
  const { search } = useLocation()
  const fetcher = useFetcher<{ problem?: string }>()
  const refused = fetcher.state === 'idle' && fetcher.data?.problem !== undefined
  const due =
    of.state === 'reserved'
      ? t(words.until, { time: format.dateTime(of.reservedUntil) })
      : of.state === 'queued' && of.dueAt !== null
        ? t(askingWords.leaves, { date: format.dateTime(of.dueAt) })
        : of.state === 'later' && of.laterAt !== null
          ? t(askingWords.until, { date: format.date(of.laterAt) })
          : null
  return (
    <li
      draggable={of.mayFinish}
      onDragStart={(event) => event.dataTransfer.setData('text/x-koe-ask', of.id)}
      aria-busy={moving || undefined}
      className={join(
        'flex min-w-0 flex-col gap-1 rounded border border-line bg-surface p-2 text-sm',
        of.mayFinish && 'cursor-grab',
        moving && 'opacity-60',
      )}
    >
      <Link to={`/asks/${of.id}`} className="font-medium text-accent hover:underline">
        {of.person}
      </Link>
      <span>{t(askKindNames[of.kind])}</span>
      {of.account ? <span className="truncate text-xs text-muted">{of.account}</span> : null}
      <span className="text-xs text-muted">
        <Time at={of.since} />
        {of.holder ? ` · ${of.holder}` : ''}
      </span>
      {due ? <span className="text-xs text-muted">{due}</span> : null}
      {of.state === 'declined' || of.state === 'later' || of.state === 'expired' ? (
        <span>
          <Badge>{t(askStateWords[of.state])}</Badge>
        </span>
      ) : null}
      {refused ? (
        <p role="alert" className="text-xs text-danger">
          {t(askingErrors.ask_state)}
        </p>
      ) : null}
      {of.mayFinish && !moving ? (
        <fetcher.Form method="post" action={`/asks/board${search}`}>
          <input type="hidden" name="intent" value="finish" />
          <input type="hidden" name="askId" value={of.id} />
          <Button size="sm" aria-label={`${t(askingWords.finish)}: ${of.person}`}>
            {t(askingWords.finish)}
          </Button>
        </fetcher.Form>
      ) : of.state === 'reserved' && of.mayStop ? (
        <span>
          <LinkButton size="sm" to={of.channel === 'hand' ? `/asks/${of.id}` : '/asks/write'}>
            {t(of.channel === 'hand' ? words.note : words.write)}
          </LinkButton>
        </span>
      ) : null}
    </li>
  )
}
