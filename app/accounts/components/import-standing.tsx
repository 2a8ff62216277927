import { Form } from '@remix-run/react'
import { UndoLine, Undoing, Undone, type ImportUndoProps } from '#app/accounts/components/import-undo.tsx'
import { duplicateWords } from '#app/accounts/duplicate-words.ts'
import type { getImport } from '#app/accounts/get-import.server.ts'
import { importHistoryWords as historyWords } from '#app/accounts/import-history-words.ts'
import { importWords as words } from '#app/accounts/import-words.ts'
import { fileFaultWords } from '#app/accounts/words.ts'
import type { Word } from '#app/platform/words.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { useFormat, useNow, useT } from '#app/ui/locale.tsx'
import { ProgressBar } from '#app/ui/progress.tsx'

type Row = Awaited<ReturnType<typeof getImport>>

const customerLinks = [
  { to: '/accounts', word: words.seeAccounts },
  { to: '/contacts', word: words.seeContacts },
  { to: '/accounts/duplicates', word: duplicateWords.find },
]
const historyLinks = [
  { to: '/responses', word: historyWords.seeAnswers },
  { to: '/', word: historyWords.seeTrend },
]

/** How it stands, and the verbs that fit. */
export function ImportStanding({ row, undo }: { row: Row; undo: ImportUndoProps['undo'] }) {
  const t = useT()
  const now = useNow()
  const format = useFormat()
  if (row.state === 'checking') {
    const { done, total } = row.progress ?? { done: 0, total: row.bytes ?? 0 }
    return (
      <Card>
        {row.givenUp ? (
          <Notice tone="danger" title={t(words.givenUpCheck)} />
        ) : (
          <ProgressBar
            label={t(words.checking)}
            done={percent(done, total)}
            total={100}
            startedAt={row.jobStarted}
            now={now}
            running
          />
        )}
        <Verbs cancel />
      </Card>
    )
  }
  if (row.state === 'applying') {
    return (
      <Card>
        {row.givenUp ? <Notice tone="danger" title={t(words.givenUp)} /> : null}
        <ProgressBar
          label={t(words.applying)}
          done={row.appliedLines}
          total={row.counts?.lines ?? 0}
          startedAt={row.jobStarted}
          now={now}
          running={!row.givenUp}
        />
        <Verbs cancel apply={row.givenUp ? t(words.resume) : undefined} />
      </Card>
    )
  }
  if (row.state === 'failed') {
    const faults: Record<string, Word> = fileFaultWords
    const word = row.error ? faults[row.error.code] : undefined
    return (
      <Notice tone="danger" title={t(words.failed)}>
        {word && row.error ? <p>{t(word, { line: row.error.line ?? 0, column: row.error.column ?? 0 })}</p> : null}
      </Notice>
    )
  }
  if (row.state === 'checked' && row.counts) {
    const { lines, rejected, accounts, contacts } = row.counts
    const nothing =
      accounts.new + accounts.changed + contacts.new + contacts.changed + (row.counts.answers?.new ?? 0) === 0
    return (
      <Card>
        <p>{t(nothing && lines > rejected ? words.nothingToDo : words.checked)}</p>
        <Verbs cancel apply={lines > rejected ? t(words.apply, { n: lines - rejected }) : undefined} />
      </Card>
    )
  }
  if (row.state === 'cancelled')
    return (
      <>
        <Notice
          tone="warning"
          title={
            row.appliedLines
              ? t(row.counts?.stretch ? words.cancelledSome : words.cancelled, { n: row.appliedLines })
              : t(words.cancelledNone)
          }
        />
        <UndoLine id={row.id} undo={undo} />
      </>
    )
  if (row.state === 'done' && row.applied) {
    return (
      <>
        <Notice tone="success" title={t(words.done, { n: row.applied.lines - row.applied.rejected })}>
          <ButtonRow>
            {(row.kind === 'history' ? historyLinks : customerLinks).map(({ to, word }) => (
              <LinkButton key={to} to={to} size="sm">
                {t(word)}
              </LinkButton>
            ))}
            {row.endedAt ? <span className="text-xs">{format.dateTime(row.endedAt)}</span> : null}
          </ButtonRow>
        </Notice>
        <UndoLine id={row.id} undo={undo} />
      </>
    )
  }
  if (row.state === 'undoing' && undo.run)
    return <Undoing run={undo.run} givenUp={row.givenUp} startedAt={row.jobStarted} now={now} />
  if (row.state === 'undone' && undo.run) return <Undone run={undo.run} at={row.endedAt} />
  return null
}

const percent = (done: number, total: number) => (total > 0 ? Math.min(100, Math.round((done / total) * 100)) : 0)

function Verbs({ apply, cancel }: { apply?: string | undefined; cancel?: boolean }) {
  const t = useT()
  const busy = useBusy()
  return (
    <Form method="post">
      <ButtonRow>
        {apply ? (
          <Button variant="primary" name="intent" value="apply" busy={busy}>
            {apply}
          </Button>
        ) : null}
        {cancel ? (
          <Button variant="quiet" name="intent" value="cancel">
            {t(words.cancel)}
          </Button>
        ) : null}
      </ButtonRow>
    </Form>
  )
}
