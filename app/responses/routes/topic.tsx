import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Archive, ArchiveRestore } from 'lucide-react'
import { settingsWords } from '#app/access/settings-words.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { TopicEditor } from '#app/responses/components/topic-editor.tsx'
import { topicWords as words } from '#app/responses/topic-page-words.ts'
import { changeTopic } from '#app/responses/topics/change-topic.server.ts'
import { getTopic } from '#app/responses/topics/get-topic.server.ts'
import { previewTagging } from '#app/responses/topics/preview-tagging.server.ts'
import { orTopicRefused } from '#app/responses/topics/refused-topic.server.ts'
import { phraseErrors, rulesOf, topicForm } from '#app/responses/topics/topic-form.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/card.tsx'
import { useLocale, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'topics.edit', title: words.topic }

export async function loader({ params, context }: LoaderFunctionArgs) {
  return { topic: await getTopic(context.ctx, params.id!) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const topicId = params.id!
  const data = await formOf(request)
  const t = translator(context.locale)
  const form = parseForm(data, topicForm, context.locale)
  if (form.status !== 'success') return json({ result: form.reply(), preview: null }, 400)
  const rules = rulesOf(form.value)
  const faults = phraseErrors(t, rules)
  if (Object.keys(faults).length) return json({ result: form.reply({ fieldErrors: faults }), preview: null }, 400)
  if (data.get('intent') === 'preview') {
    const preview = await previewTagging(context.ctx, { topicId, rules: [rules.en, rules.ja] })
    return json({ result: form.reply(), preview })
  }
  const { nameEn, nameJa, version } = form.value
  return orTopicRefused(form, context, async () => {
    const before = await changeTopic(context.ctx, { topicId, version, nameEn, nameJa, ...rules })
    const here = `/settings/topics/${topicId}`
    if (before === null) return saidRedirect(here, { text: t(words.saidSame) }, context)
    const fields = {
      intent: 'revert',
      topicId,
      version: String(before.version),
      now: String(before.now),
      nameEn: before.nameEn,
      nameJa: before.nameJa,
    }
    const undo = { action: '/settings/topics/state', fields, label: t(uiWords.undo) }
    return saidRedirect(here, { text: t(before.ruled ? words.saidRuled : words.saidSaved), undo }, context)
  })
}

export default function Topic() {
  const { topic } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const t = useT()
  const locale = useLocale()
  const lines = (phrases: string[]) => phrases.join('\n')
  const initial = {
    nameEn: topic.nameEn,
    nameJa: topic.nameJa,
    en_any: lines(topic.en.any),
    en_all: lines(topic.en.all),
    en_none: lines(topic.en.none),
    ja_any: lines(topic.ja.any),
    ja_all: lines(topic.ja.all),
    ja_none: lines(topic.ja.none),
    version: topic.version,
    sample: '',
  }
  return (
    <Page
      title={
        <span className="inline-flex flex-wrap items-center gap-2">
          {locale === 'ja' ? topic.nameJa : topic.nameEn}
          {topic.archived ? <Badge>{t(words.archived)}</Badge> : null}
        </span>
      }
      crumbs={[
        { label: t(settingsWords.title), to: '/settings' },
        { label: t(words.topics), to: '/settings/topics' },
      ]}
      actions={
        <>
          <LinkButton to={`/responses?topic=${topic.id}`} variant="quiet">
            {t(words.others)}
          </LinkButton>
          <Form method="post" action="/settings/topics/state">
            <input type="hidden" name="topicId" value={topic.id} />
            <Button
              name="intent"
              value={topic.archived ? 'active' : 'archived'}
              icon={topic.archived ? ArchiveRestore : Archive}
            >
              {t(topic.archived ? words.restore : words.archive)}
            </Button>
          </Form>
        </>
      }
    >
      {topic.waiting ? (
        <Notice tone="info" title={t(words.waitingTitle, { n: 1 })}>
          <p>
            <LinkButton to="/settings/topics/apply">{t(words.applyLook)}</LinkButton>
          </p>
        </Notice>
      ) : null}
      <TopicEditor
        key={`${topic.id}/${topic.version}/${topic.nameEn}/${topic.nameJa}`}
        isNew={false}
        initial={initial}
        sent={sent}
      />
    </Page>
  )
}
