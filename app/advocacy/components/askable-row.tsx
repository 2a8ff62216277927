import { Form, Link } from '@remix-run/react'
import { Check, CircleSlash } from 'lucide-react'
import { AdvocateName } from '#app/advocacy/components/advocate-name.tsx'
import { forbids } from '#app/advocacy/asking/blocks.ts'
import { handWords } from '#app/advocacy/asking/hand-words.ts'
import type { Askable } from '#app/advocacy/asking/list-askable.server.ts'
import { fitWords, traitWords } from '#app/advocacy/asking/profile-words.ts'
import { askingWords as words, blockWords } from '#app/advocacy/asking/words.ts'
import { advocateWords } from '#app/advocacy/card-words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'
import type { AskKind } from '#db/enums/advocacy.ts'

/** One advocate: who, what they said, and what stands in the way of asking them. */
export function AskableRow({
  of,
  form,
  stale,
  kind,
}: {
  of: Askable
  form: string | null
  stale: boolean
  /** Set where the reader may ask this person by hand. */
  kind: AskKind | null
}) {
  const t = useT()
  return (
    <li className="relative flex items-start gap-3 p-4 hover:bg-sunken">
      {form && of.mayAsk ? (
        <label className="-m-1 flex size-8 shrink-0 items-center justify-center">
          <input
            type="checkbox"
            name="contactIds"
            value={of.contactId}
            form={form}
            disabled={of.blocks.length > 0}
            aria-label={t(uiWords.selectRow, { name: of.person })}
            className="size-4 accent-accent"
          />
        </label>
      ) : null}
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <AdvocateName of={of} />
        {of.comment ? (
          <q
            lang={of.said ?? undefined}
            dir="auto"
            className="line-clamp-2 max-w-prose whitespace-pre-line text-ink [quotes:none]"
          >
            {of.comment}
          </q>
        ) : (
          <p className="text-sm text-muted">{t(of.class === null ? advocateWords.turned : advocateWords.noComment)}</p>
        )}
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-muted">
          {of.class && of.metric ? (
            <Link to={`/responses/${of.responseId}`}>
              <ClassMark of={of.class} metric={of.metric} score={of.score} />
            </Link>
          ) : null}
          {[of.industry, of.region, of.tier].map((fact) => (fact ? <span key={fact}>{fact}</span> : null))}
          <span>
            {t(advocateWords.nominated)} <Time at={of.nominatedAt} />
          </span>
        </p>
        {of.fits.length ? (
          <ul aria-label={t(fitWords.fits)} className="flex flex-wrap gap-1.5">
            {of.fits.map((trait) => (
              <li key={trait}>
                <Badge icon={Check} tone="success">
                  {t(traitWords[trait])}
                </Badge>
              </li>
            ))}
          </ul>
        ) : null}
        {of.blocks.length ? (
          <ul aria-label={t(words.why)} className="flex flex-wrap gap-1.5">
            {stale ? (
              <li>
                <Badge tone="warning">{t(words.changed)}</Badge>
              </li>
            ) : null}
            {of.blocks.map((block) => (
              <li key={block}>
                <Badge icon={CircleSlash}>{t(blockWords[block])}</Badge>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {kind && of.mayAsk && forbids(of.blocks, 'hand').length === 0 ? (
        <Form method="post" action="/asks/by-hand" className="shrink-0">
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="contactId" value={of.contactId} />
          <Button size="sm" aria-label={`${t(handWords.byHand)}: ${of.person}`}>
            {t(handWords.byHand)}
          </Button>
        </Form>
      ) : null}
    </li>
  )
}
