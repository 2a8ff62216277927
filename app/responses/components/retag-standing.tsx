import { Form } from '@remix-run/react'
import { topicWords as words } from '#app/responses/topic-page-words.ts'
import type { getRetag } from '#app/responses/topics/get-retag.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { Time, useNow, useT } from '#app/ui/locale.tsx'
import { ProgressBar } from '#app/ui/progress.tsx'

/** How the last run over past comments stands: a bar while it runs, what came of it afterwards. */
export function RetagStanding({ of }: { of: Awaited<ReturnType<typeof getRetag>> }) {
  const t = useT()
  const now = useNow()
  if (of === null) return null
  if (of.state === 'running') {
    return (
      <Card>
        {of.givenUp ? <Notice tone="danger" title={t(words.applyGivenUp)} /> : null}
        <ProgressBar
          label={t(words.applying)}
          done={of.done}
          total={of.total ?? 0}
          startedAt={of.createdAt}
          now={now}
          running={!of.givenUp}
        />
        <Form method="post" action="/settings/topics/apply">
          <Button name="intent" value="cancel">
            {t(words.applyCancel)}
          </Button>
        </Form>
      </Card>
    )
  }
  return (
    <p className="text-muted">
      {t(of.state === 'done' ? words.applyDone : words.applyStopped, {
        done: of.done,
        gained: of.gained,
        lost: of.lost,
      })}{' '}
      {of.endedAt === null ? null : <Time at={of.endedAt} />}
      {of.startedBy ? ` · ${t(words.applyBy, { name: of.startedBy })}` : null}
    </p>
  )
}
