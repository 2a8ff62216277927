import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { Undo2 } from 'lucide-react'
import { undoMove } from '#app/accounts/move-owners.server.ts'
import { getMove } from '#app/accounts/owner-move.server.ts'
import { accountWords as words } from '#app/accounts/page-words.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { ProgressBar, useLivePoll } from '#app/ui/progress.tsx'

export const handle = { access: 'accounts.import', title: words.moveTitle }

export const loader = async ({ params, context: { ctx } }: LoaderFunctionArgs) => ({
  move: await getMove(ctx, params.id!),
  now: ctx.now(),
})

/** Takes the move back, by another move. */
export async function action({ params, context: { ctx } }: ActionFunctionArgs) {
  return redirect(`/accounts/moves/${await undoMove(ctx, params.id!)}`)
}

export default function OwnerMove() {
  const t = useT()
  const busy = useBusy()
  const { move, now } = useLoaderData<typeof loader>()
  const running = move.state === 'running'
  useLivePoll(running)
  return (
    <Page title={t(words.moveTitle)} crumbs={[{ label: t(words.accounts), to: '/accounts' }]} narrow>
      <Card>
        {move.undoOf === null ? null : <p className="text-muted">{t(words.moveUndoes)}</p>}
        {running ? (
          <ProgressBar
            label={t(words.movingNow)}
            done={move.moved + move.skipped}
            total={move.total}
            startedAt={move.createdAt}
            now={now}
            running
          />
        ) : (
          <p>{t(words.moveDone, { moved: move.moved, cases: move.movedCases })}</p>
        )}
        {move.skipped ? <p>{t(words.moveSkipped, { n: move.skipped })}</p> : null}
        {move.state === 'undone' ? <Notice tone="info" title={t(words.moveUndone)} /> : null}
      </Card>
      <ButtonRow>
        <LinkButton to="/accounts" variant="primary">
          {t(words.backToAccounts)}
        </LinkButton>
        {move.state === 'done' && move.undoOf === null && move.moved > 0 ? (
          <Form method="post" className="contents">
            <Button icon={Undo2} busy={busy}>
              {t(words.undoMove)}
            </Button>
          </Form>
        ) : null}
      </ButtonRow>
    </Page>
  )
}
