import { heldWords as words } from '#app/email/held-words.ts'
import type { HeldStream as Held } from '#app/email/list-held.server.ts'
import { streamWords } from '#app/email/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'

const notes = { invitation: words.invitationNote, staff: words.staffNote } as const

/** One kind of mail that waits: how much, how old, where to, and what to do about it. */
export function HeldStream({ held }: { held: Held }) {
  const t = useT()
  const format = useFormat()
  const stream = t(streamWords[held.stream])
  const note = notes[held.stream as keyof typeof notes]
  const from = held.oldest === null ? null : format.dateTime(held.oldest)
  const to = held.newest === null ? null : format.dateTime(held.newest)
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-t border-line px-4 py-3 first:border-t-0">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
        <h3 className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-semibold">{stream}</span>
          <span className={held.waiting ? 'tabular-nums' : 'text-muted'}>
            {held.waiting ? t(words.waiting, { n: held.waiting }) : t(words.nothing)}
          </span>
        </h3>
        {from && to ? (
          <p className="text-muted">{from === to ? t(words.writtenOnce, { from }) : t(words.written, { from, to })}</p>
        ) : null}
        {held.domains.length ? (
          <p className="flex flex-wrap items-baseline gap-1.5">
            <span className="text-muted">{t(words.toDomains)}</span>
            {held.domains.map(({ domain, n }) => (
              <span key={domain} className="max-w-full rounded-sm bg-sunken px-1.5 text-xs break-all tabular-nums">
                {t(words.domain, { domain, n })}
              </span>
            ))}
            {held.otherDomains ? (
              <span className="text-xs text-muted">{t(words.others, { n: held.otherDomains })}</span>
            ) : null}
          </p>
        ) : null}
        {note ? <p className="text-xs text-muted">{t(note)}</p> : null}
      </div>
      {held.discarding ? (
        <Badge tone="warning">{t(words.discarding)}</Badge>
      ) : (
        <div className="flex flex-wrap gap-2">
          <ConfirmForm
            trigger={t(held.waiting ? words.release : words.releaseEmpty)}
            triggerSize="sm"
            title={t(words.releaseTitle, { n: held.waiting, stream })}
            body={t(words.releaseBody)}
            confirm={t(held.waiting ? words.release : words.releaseEmpty)}
            action="/settings/held-mail"
            fields={{ intent: 'release', stream: held.stream }}
          />
          {held.waiting ? (
            <ConfirmForm
              trigger={t(words.discard)}
              triggerSize="sm"
              title={t(words.discardTitle, { n: held.waiting, stream })}
              body={t(words.discardBody)}
              confirm={t(words.discard)}
              danger
              action="/settings/held-mail"
              fields={{ intent: 'discard', stream: held.stream }}
            />
          ) : null}
        </div>
      )}
    </li>
  )
}
