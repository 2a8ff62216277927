import { Form } from '@remix-run/react'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { companyWords, consentStateWords } from '#app/advocacy/company/words.ts'
import { handWords } from '#app/advocacy/asking/hand-words.ts'
import type { listConsents } from '#app/advocacy/list-consents.server.ts'
import { MakeQuote } from '#app/advocacy/quotes/components/make-quote.tsx'
import { advocacyWords as words } from '#app/advocacy/words.ts'
import { fillText } from '#app/surveys/wordings.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'

type Consent = Awaited<ReturnType<typeof listConsents>>[number]

/** What a person agreed to, in the very words they agreed to; a colleague may note that they take it back. */
export function Consents({
  contactId,
  consents,
  editable,
  company,
}: {
  contactId: string
  consents: Consent[]
  editable: boolean
  company: string
}) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t(words.consents)}>
      {consents.length === 0 ? <p className="text-muted">{t(words.noConsents)}</p> : null}
      <ul className="flex flex-col gap-3">
        {consents.map((one) => {
          const { agreed } = one
          const name = t(askKindNames[one.kind])
          const given = one.state === 'given'
          return (
            <li key={one.id} className="flex flex-col items-start gap-1">
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-medium">{name}</span>
                {given ? null : <Badge>{t(consentStateWords[one.state])}</Badge>}
                <span className="text-xs text-muted">
                  <Time at={one.endedAt ?? one.at} />
                  {given && one.expiresAt !== null ? ` · ${t(companyWords.until)} ${format.date(one.expiresAt)}` : null}
                  {one.source === 'staff' ? ` · ${t(handWords.consentStaff)}` : null}
                </span>
              </span>
              {agreed ? (
                <details open={given}>
                  <summary className="text-xs text-muted">{t(companyWords.words)}</summary>
                  <q lang={agreed.language} className="text-xs text-muted [quotes:none]">
                    {fillText(agreed.text, { company })}
                  </q>
                </details>
              ) : null}
              {given && editable ? (
                <div className="flex flex-wrap gap-2">
                  {one.kind === 'quote' && one.responseId ? <MakeQuote responseId={one.responseId} of={name} /> : null}
                  <Form method="post" action={`/contacts/${contactId}/consent`}>
                    <input type="hidden" name="kind" value={one.kind} />
                    <Button size="sm" aria-label={`${t(words.withdraw)}: ${name}`}>
                      {t(words.withdraw)}
                    </Button>
                  </Form>
                </div>
              ) : null}
            </li>
          )
        })}
      </ul>
      {editable && consents.some((one) => one.state === 'given') ? (
        <p className="text-xs text-muted">{t(words.withdrawHint)}</p>
      ) : null}
    </Card>
  )
}
