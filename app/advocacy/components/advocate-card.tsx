import { Form, Link, useLocation } from '@remix-run/react'
import { allowed, type AdvocateVerb } from '#app/advocacy/advocate.ts'
import { AdvocateName } from '#app/advocacy/components/advocate-name.tsx'
import type { ListedAdvocate } from '#app/advocacy/list-advocates.server.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { MakeQuote } from '#app/advocacy/quotes/components/make-quote.tsx'
import { advocateWords, verbWords } from '#app/advocacy/card-words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { Time, useT } from '#app/ui/locale.tsx'

/** One person who likes us: who, what they said, and what may be done. */
export function AdvocateCard({ of, editable }: { of: ListedAdvocate; editable: boolean }) {
  const t = useT()
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 p-4">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1.5">
        <AdvocateName of={of} />
        {of.class === null ? (
          <p className="text-muted">{t(advocateWords.turned)}</p>
        ) : of.comment ? (
          <q
            lang={of.language ?? undefined}
            dir="auto"
            className="line-clamp-4 max-w-prose text-lg whitespace-pre-line text-ink [quotes:none]"
          >
            {of.comment}
          </q>
        ) : (
          <p className="text-muted">{t(advocateWords.noComment)}</p>
        )}
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-muted">
          {of.class && of.metric ? (
            <Link to={`/responses/${of.responseId}`}>
              <ClassMark of={of.class} metric={of.metric} score={of.score} />
            </Link>
          ) : null}
          {of.tier ? <span>{of.tier}</span> : null}
          <span>
            {t(advocateWords.nominated)} <Time at={of.nominatedAt} />
          </span>
          {of.consents.map((kind) => (
            <Badge key={kind} tone="success">
              {t(advocateWords.agreesTo, { kind: t(askKindNames[kind]) })}
            </Badge>
          ))}
        </p>
      </div>
      {editable ? (
        <div className="flex flex-wrap items-start gap-2">
          {of.comment && of.consents.includes('quote') ? <MakeQuote responseId={of.responseId} of={of.person} /> : null}
          <Verbs of={of} />
        </div>
      ) : null}
    </li>
  )
}

function Verbs({ of }: { of: ListedAdvocate }) {
  const t = useT()
  const { search } = useLocation()
  const look: Record<AdvocateVerb, 'primary' | 'secondary' | 'quiet'> = {
    activate: 'primary',
    reactivate: 'primary',
    pause: 'secondary',
    leave: 'quiet',
  }
  return (
    <Form method="post" action={`/advocates${search}`}>
      <input type="hidden" name="contactId" value={of.contactId} />
      <ButtonRow>
        {allowed(of.state).map((verb) => (
          <Button
            key={verb}
            name="verb"
            value={verb}
            size="sm"
            variant={look[verb]}
            aria-label={`${t(verbWords[verb])}: ${of.person}`}
          >
            {t(verbWords[verb])}
          </Button>
        ))}
      </ButtonRow>
    </Form>
  )
}
