import { Form } from '@remix-run/react'
import { Check, X } from 'lucide-react'
import type { getResponse } from '#app/responses/get-response.server.ts'
import { integrityWords as words, reasonWords } from '#app/responses/integrity-words.ts'
import { evidenceWords, responseWords, standingWords } from '#app/responses/words.ts'
import { Button } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Timeline } from '#app/ui/timeline.tsx'

type Read = Awaited<ReturnType<typeof getResponse>>
type Revision = Read['revisions'][number]

/** Everything that was sent for an answer, with what became of it and why; what is in doubt is decided here. */
export function Submissions({
  of,
  revisions,
  mayJudge,
}: {
  of: Pick<Read['response'], 'id' | 'state' | 'score'>
  revisions: Revision[]
  mayJudge: boolean
}) {
  const t = useT()
  if (revisions.length === 0) return null
  const counts = of.state === 'counted' ? of.score : null
  return (
    <Card title={t(words.revisions)}>
      {of.state === 'unconfirmed' ? <Notice tone="warning">{t(words.waits)}</Notice> : null}
      <Timeline
        label={t(words.revisions)}
        items={revisions.map((one) => ({
          id: one.id,
          at: one.at,
          title: `${t(standingWords[one.standing])}: ${t(responseWords.revision, { score: one.score, evidence: t(evidenceWords[one.evidence]) })}`,
          body: <Body of={one} responseId={of.id} counts={counts} mayJudge={mayJudge} />,
        }))}
      />
    </Card>
  )
}

interface BodyProps {
  of: Revision
  responseId: string
  /** The score that counts now. */
  counts: number | null
  mayJudge: boolean
}

function Body({ of, responseId, counts, mayJudge }: BodyProps) {
  const t = useT()
  const reasons = of.reasons.map((code) => (reasonWords[code] ? t(reasonWords[code]) : code))
  const open = of.standing === 'tentative' || of.standing === 'quarantined'
  return (
    <>
      {[of.comment, ...reasons].filter(Boolean).join('\n')}
      {open && mayJudge ? <Decide of={of} responseId={responseId} counts={counts} /> : null}
    </>
  )
}

function Decide({ of, responseId, counts }: Omit<BodyProps, 'mayJudge'>) {
  const t = useT()
  const action = `/responses/${responseId}/sent`
  return (
    <div className="mt-2 flex flex-wrap gap-2 whitespace-normal">
      <ConfirmForm
        trigger={t(words.count)}
        triggerSize="sm"
        icon={Check}
        title={t(words.countTitle, { score: of.score })}
        body={
          <>
            <p>{t(words.countBody)}</p>
            {counts === null ? null : <p className="mt-2">{t(words.countInstead, { from: counts })}</p>}
          </>
        }
        confirm={t(words.count)}
        action={action}
        fields={{ revisionId: of.id, to: 'counted' }}
      />
      <Form method="post" action={action}>
        <input type="hidden" name="revisionId" value={of.id} />
        <Button size="sm" variant="quiet" icon={X} name="to" value="dropped">
          {t(words.drop)}
        </Button>
      </Form>
    </div>
  )
}
