import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { duplicateWords } from '#app/accounts/duplicate-words.ts'
import { mergeWords as words } from '#app/accounts/merging/merge-words.ts'
import { accountWords } from '#app/accounts/page-words.ts'
import { getMerge } from '#app/loop/merging/get-merge.server.ts'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { ProgressBar } from '#app/ui/progress.tsx'

export const handle = { access: 'accounts.import', title: words.running }

export const loader = async ({ params, context: { ctx } }: LoaderFunctionArgs) => ({
  merge: await getMerge(ctx, params.id!),
  now: ctx.now(),
})

export default function RunningMerge() {
  const t = useT()
  const { merge, now } = useLoaderData<typeof loader>()
  const { kind, from, into, intoName, state, progress } = merge
  return (
    <Page
      title={intoName ? t(words.runningInto, { name: intoName }) : t(words.running)}
      crumbs={[{ label: t(accountWords.accounts), to: '/accounts' }]}
      narrow
    >
      {state === 'running' ? (
        <Card>
          <ProgressBar
            label={t(words.runningNow)}
            done={progress?.done ?? 0}
            total={progress?.total ?? 0}
            startedAt={merge.startedAt}
            now={now}
            running
          />
        </Card>
      ) : (
        <Notice tone={state === 'done' ? 'success' : 'danger'} title={t(state === 'done' ? words.done : words.dead)} />
      )}
      <ButtonRow>
        <LinkButton to={`/${kind}s/${into}`} variant="primary">
          {t(words.open)}
        </LinkButton>
        {state === 'done' ? (
          <LinkButton to={`/accounts/duplicates?list=${kind}`}>{t(duplicateWords.title)}</LinkButton>
        ) : null}
        {state === 'dead' ? (
          <LinkButton to={`/${kind}s/${from}/merge?with=${into}&keep=${into}`}>{t(words.compare)}</LinkButton>
        ) : null}
      </ButtonRow>
    </Page>
  )
}
