import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { settingsWords } from '#app/access/settings-words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { PreviewQuotes } from '#app/responses/components/preview-quotes.tsx'
import { RetagStanding } from '#app/responses/components/retag-standing.tsx'
import { topicWords as words } from '#app/responses/topic-page-words.ts'
import { cancelRetag } from '#app/responses/topics/cancel-retag.server.ts'
import { getRetag } from '#app/responses/topics/get-retag.server.ts'
import { listTopicNames } from '#app/responses/topics/list-topics.server.ts'
import { previewTagging } from '#app/responses/topics/preview-tagging.server.ts'
import { startRetag } from '#app/responses/topics/start-retag.server.ts'
import { Button, ButtonRow, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useLocale, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'topics.edit', title: words.applyTitle }

const here = '/settings/topics/apply'

export async function loader({ context: { ctx } }: LoaderFunctionArgs) {
  const retag = await getRetag(ctx)
  return {
    retag,
    names: await listTopicNames(ctx),
    preview: retag?.state === 'running' ? null : await previewTagging(ctx),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const intent = (await formOf(request)).get('intent')
  const t = translator(context.locale)
  if (intent === 'apply') {
    await startRetag(context.ctx)
    return saidRedirect(here, { text: t(words.applyStarted) }, context)
  }
  if (intent !== 'cancel') throw new Refusal(400, 'bad_request')
  await cancelRetag(context.ctx)
  return saidRedirect(here, { text: t(words.applyCancelled) }, context)
}

export default function ApplyTopics() {
  const { retag, preview, names } = useLoaderData<typeof loader>()
  const t = useT()
  const busy = useBusy(here)
  return (
    <Page
      title={t(words.applyTitle)}
      lead={t(words.applyLead)}
      crumbs={[
        { label: t(settingsWords.title), to: '/settings' },
        { label: t(words.topics), to: '/settings/topics' },
      ]}
      narrow
    >
      <RetagStanding of={retag} />
      {preview ? (
        <>
          <Changes preview={preview} names={names} />
          <Form method="post">
            <ButtonRow>
              <Button variant="primary" name="intent" value="apply" busy={busy}>
                {t(words.applyNow)}
              </Button>
            </ButtonRow>
          </Form>
        </>
      ) : null}
    </Page>
  )
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>

function Changes({ preview, names }: { preview: NonNullable<Data['preview']>; names: Data['names'] }) {
  const t = useT()
  const locale = useLocale()
  const changed = preview.topics.filter((topic) => topic.gained + topic.lost > 0)
  return (
    <Card title={t(words.preview)}>
      <p className="text-muted">{t(preview.all ? words.lookedAll : words.lookedNewest, { n: preview.looked })}</p>
      {changed.length === 0 ? <p>{t(words.nothingChanges)}</p> : null}
      <ul className="flex flex-col divide-y divide-line">
        {changed.map((topic) => (
          <li key={topic.topicId} className="flex flex-col gap-2 py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h3 className="font-semibold">{names.find(({ id }) => id === topic.topicId)?.name[locale]}</h3>
              <p className="text-muted tabular-nums">
                {t(words.gainCount, { n: topic.gained })} · {t(words.loseCount, { n: topic.lost })}
              </p>
            </div>
            <PreviewQuotes label={t(words.gain)} of={topic.gainedExamples} />
            <PreviewQuotes label={t(words.lose)} of={topic.lostExamples} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
