import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { Calculator, Undo2 } from 'lucide-react'
import { UndoLine } from '#app/accounts/components/import-undo.tsx'
import { KeptReasons, UndoNumbers } from '#app/accounts/components/undo-numbers.tsx'
import { importWords } from '#app/accounts/import-words.ts'
import { undoWords as words } from '#app/accounts/import-undo-words.ts'
import { startUndo } from '#app/accounts/start-undo.server.ts'
import { startUndoCount } from '#app/accounts/start-undo-count.server.ts'
import { previewUndo } from '#app/loop/get-undo.server.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { useFormat, useNow, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { ProgressBar } from '#app/ui/progress.tsx'
import type { UndoTally } from '#db/schema/accounts.ts'

export const handle = { access: 'accounts.import', title: words.title }

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  const undo = await previewUndo(ctx, params.id!)
  if (undo.state === 'undoing' || undo.state === 'undone') throw redirect(`/imports/${undo.id}`)
  return undo
}

/** Starts to take the import back, or to count what that would do. */
export async function action({ params, request, context: { ctx } }: ActionFunctionArgs) {
  const form = await formOf(request)
  if (form.get('intent') === 'count') {
    await startUndoCount(ctx, params.id!)
    return redirect(`/imports/${params.id}/undo`)
  }
  await startUndo(ctx, params.id!)
  return redirect(`/imports/${params.id}`)
}

type Preview = ReturnType<typeof useLoaderData<typeof loader>>

export default function ImportUndo() {
  const t = useT()
  const undo = useLoaderData<typeof loader>()
  const { id, fileName, standing, tally, later } = undo
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      crumbs={[
        { label: t(importWords.imports), to: '/imports' },
        { label: fileName, to: `/imports/${id}` },
      ]}
      narrow
    >
      {standing === 'open' ? null : <UndoLine id={id} undo={undo} />}
      {standing === 'open' && later.length ? (
        <Notice tone="warning" title={t(words.later)}>
          <p>{t(words.laterBody)}</p>
          <ul>
            {later.map((one) => (
              <li key={one.id}>
                <Link to={`/imports/${one.id}`} className="underline">
                  {one.fileName}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {standing === 'open' && !tally ? <Counting undo={undo} /> : null}
      {tally ? <Counted undo={undo} tally={tally} /> : null}
    </Page>
  )
}

/** A large import: counted by a job, at somebody's wish. */
function Counting({ undo: { count, steps } }: { undo: Preview }) {
  const t = useT()
  const busy = useBusy()
  const now = useNow()
  if (count)
    return (
      <Card>
        <ProgressBar
          label={t(words.counting)}
          done={count.progress?.done ?? 0}
          total={count.progress?.total ?? steps}
          startedAt={count.at}
          now={now}
          running
        />
      </Card>
    )
  return (
    <Card title={t(words.countTitle)}>
      <p className="text-muted">{t(words.countBody)}</p>
      <Form method="post">
        <Button variant="primary" icon={Calculator} name="intent" value="count" busy={busy}>
          {t(words.count)}
        </Button>
      </Form>
    </Card>
  )
}

function Counted({ undo, tally }: { undo: Preview; tally: UndoTally }) {
  const t = useT()
  const format = useFormat()
  const busy = useBusy()
  const { accounts, contacts, answers, programs } = tally.removed
  const listed = (counts: [n: number, word: (typeof words)['accountsN']][]) =>
    counts.flatMap(([n, word]) => (n ? [t(word, { n })] : [])).join(t(words.and))
  const gone = listed([[answers, words.answersN], [accounts, words.accountsN], [contacts, words.contactsN], [programs, words.programsN]]) // prettier-ignore
  const back = listed([
    [tally.restored.accounts, words.accountsN],
    [tally.restored.contacts, words.contactsN],
  ])
  const any = gone || back || tally.restored.preferences > 0
  return (
    <>
      <Card title={t(words.whatHappens)}>
        {any ? null : <p>{t(words.nothing)}</p>}
        <UndoNumbers tally={tally} />
        {undo.count ? (
          <Form method="post">
            <ButtonRow>
              <span className="text-muted">{t(words.countedAt, { when: format.dateTime(undo.count.at) })}</span>
              <Button size="sm" name="intent" value="count" busy={busy}>
                {t(words.countAgain)}
              </Button>
            </ButtonRow>
          </Form>
        ) : null}
      </Card>
      {Object.keys(tally.kept).length ? (
        <Card title={t(words.staysWhy)}>
          <KeptReasons tally={tally} />
        </Card>
      ) : null}
      <ButtonRow>
        <ConfirmForm
          trigger={t(words.act)}
          triggerVariant="danger"
          icon={Undo2}
          title={t(words.confirmTitle, { file: undo.fileName })}
          body={
            <div className="flex flex-col gap-2">
              {gone ? <p>{t(words.confirmRows, { list: gone })}</p> : null}
              {back ? <p>{t(words.confirmBack, { list: back })}</p> : null}
              {tally.restored.preferences ? <p>{t(words.preferences, { n: tally.restored.preferences })}</p> : null}
              {tally.topics ? <p>{t(words.topics, { n: tally.topics })}</p> : null}
            </div>
          }
          confirm={t(words.confirm)}
          keep={t(words.keep)}
          danger
          action={`/imports/${undo.id}/undo`}
        />
        <LinkButton to={`/imports/${undo.id}`}>{t(words.keep)}</LinkButton>
      </ButtonRow>
    </>
  )
}
