import { Form } from '@remix-run/react'
import { Undo2 } from 'lucide-react'
import { KeptReasons, UndoNumbers } from '#app/accounts/components/undo-numbers.tsx'
import { importWords } from '#app/accounts/import-words.ts'
import { undoWords as words } from '#app/accounts/import-undo-words.ts'
import type { UndoStanding } from '#app/accounts/undo/window.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { ProgressBar } from '#app/ui/progress.tsx'
import type { UndoTally } from '#db/schema/accounts.ts'

type Run = UndoTally & { at: number; steps: number; total: number; byName: string | null }

export interface ImportUndoProps {
  id: string
  undo: { standing: UndoStanding; until: number | null; run: Run | null }
}

/** Under an import that is over: whether it can be undone, until when, and the way there. */
export function UndoLine({ id, undo: { standing, until, run } }: ImportUndoProps) {
  const t = useT()
  const format = useFormat()
  const date = until === null ? '' : format.date(until)
  if (standing === 'none' || standing === 'not_yet') return null
  if (standing === 'gone') return <p className="text-muted">{date ? t(words.gone, { date }) : t(words.goneUnknown)}</p>
  return (
    <>
      {run ? <Notice tone="warning" title={t(words.stopped, { steps: run.steps, total: run.total })} /> : null}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <LinkButton to={`/imports/${id}/undo`} icon={Undo2}>
          {t(run ? words.rest : words.open)}
        </LinkButton>
        <span className="text-muted">{t(words.until, { date })}</span>
      </div>
    </>
  )
}

/** While an import is taken back: how far it is, and the ways to stop it or to go on. */
export function Undoing({
  run,
  givenUp,
  startedAt,
  now,
}: {
  run: Run
  givenUp: boolean
  startedAt: number | null
  now: number
}) {
  const t = useT()
  const busy = useBusy()
  return (
    <Card>
      {givenUp ? <Notice tone="danger" title={t(words.givenUp)} /> : null}
      <ProgressBar
        label={t(words.undoing)}
        done={run.steps}
        total={run.total}
        startedAt={startedAt}
        now={now}
        running={!givenUp}
      />
      <Form method="post">
        <ButtonRow>
          {givenUp ? (
            <Button variant="primary" name="intent" value="undo" busy={busy}>
              {t(importWords.resume)}
            </Button>
          ) : null}
          <Button variant="quiet" name="intent" value="stop-undo">
            {t(words.stop)}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

/** What came of undoing an import. */
export function Undone({ run, at }: { run: Run; at: number | null }) {
  const t = useT()
  const format = useFormat()
  const when = format.dateTime(at ?? run.at)
  return (
    <>
      <Notice tone="success" title={t(words.undone)}>
        <p>{t(words.undoneBody)}</p>
        <p className="text-xs">{run.byName ? t(words.by, { name: run.byName, when }) : when}</p>
      </Notice>
      <Card>
        <UndoNumbers tally={run} done />
      </Card>
      {Object.keys(run.kept).length ? (
        <Card title={t(words.staysWhy)}>
          <KeptReasons tally={run} />
        </Card>
      ) : null}
    </>
  )
}
