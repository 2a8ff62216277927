import { Form, Link } from '@remix-run/react'
import type { ListedQuote } from '#app/advocacy/quotes/list-quotes.server.ts'
import { publicWords, quoteVerbWords, quoteWords as words } from '#app/advocacy/quotes/words.ts'
import { reasonWords } from '#app/email/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Time, useT } from '#app/ui/locale.tsx'

/** One quote of the list; the whole of it and what may be done are a press away. */
export function QuoteItem({
  of,
  moves,
}: {
  of: ListedQuote
  /** Where it can go in the public order. */
  moves: ('up' | 'down')[]
}) {
  const t = useT()
  const reason = of.fault === null ? undefined : reasonWords[of.fault]
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 p-4">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1.5">
        <Link to={`/quotes/${of.id}`} className="min-h-6 hover:text-accent">
          <q
            lang={of.language}
            dir="auto"
            className="line-clamp-4 max-w-prose text-lg whitespace-pre-line [quotes:none]"
          >
            {of.text}
          </q>
        </Link>
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-muted">
          <span>{[of.person, of.account].filter(Boolean).join(' · ')}</span>
          <Time at={of.updatedAt} />
          {of.rewarded ? <Badge>{t(publicWords.rewarded)}</Badge> : null}
          {of.fault === null ? null : (
            <Badge tone="warning">{t(words.fault, { why: reason ? t(reason) : of.fault })}</Badge>
          )}
        </p>
      </div>
      {moves.length ? (
        <Form method="post" action={`/quotes/${of.id}/state`} className="flex gap-2">
          <input type="hidden" name="lockVersion" value={of.lockVersion} />
          {moves.map((verb) => (
            <Button
              key={verb}
              name="verb"
              value={verb}
              size="sm"
              aria-label={`${t(quoteVerbWords[verb])}: ${of.text.slice(0, 60)}`}
            >
              {t(quoteVerbWords[verb])}
            </Button>
          ))}
        </Form>
      ) : null}
    </li>
  )
}
