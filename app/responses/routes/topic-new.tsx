import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { authorise } from '#app/audit/context.server.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { TopicEditor } from '#app/responses/components/topic-editor.tsx'
import { topicWords as words } from '#app/responses/topic-page-words.ts'
import { createTopic } from '#app/responses/topics/create-topic.server.ts'
import { previewTagging } from '#app/responses/topics/preview-tagging.server.ts'
import { phraseErrors, rulesOf, topicForm } from '#app/responses/topics/topic-form.ts'
import { orTopicRefused } from '#app/responses/topics/refused-topic.server.ts'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { settingsWords } from '#app/access/settings-words.ts'

export const handle = { access: 'topics.edit', title: words.newTopic }

export function loader({ context }: LoaderFunctionArgs) {
  authorise(context.ctx, 'topics.edit')
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const data = await formOf(request)
  const t = translator(context.locale)
  const previews = data.get('intent') === 'preview'
  const form = parseForm(
    data,
    previews ? topicForm.extend({ nameEn: named, nameJa: named }) : topicForm,
    context.locale,
  )
  if (form.status !== 'success') return json({ result: form.reply(), preview: null }, 400)
  const rules = rulesOf(form.value)
  const faults = phraseErrors(t, rules)
  if (Object.keys(faults).length) return json({ result: form.reply({ fieldErrors: faults }), preview: null }, 400)
  if (previews) {
    const preview = await previewTagging(context.ctx, { topicId: null, rules: [rules.en, rules.ja] })
    return json({ result: form.reply(), preview })
  }
  const { nameEn, nameJa } = form.value
  return orTopicRefused(form, context, async () => {
    const id = await createTopic(context.ctx, { nameEn, nameJa, ...rules })
    const name = context.locale === 'ja' ? nameJa : nameEn
    return saidRedirect(`/settings/topics/${id}`, { text: t(words.saidCreated, { name }) }, context)
  })
}
const named = topicForm.shape.sample

export default function NewTopic() {
  const sent = useActionData<typeof action>()
  const t = useT()
  return (
    <Page
      title={t(words.newTopic)}
      crumbs={[
        { label: t(settingsWords.title), to: '/settings' },
        { label: t(words.topics), to: '/settings/topics' },
      ]}
    >
      <TopicEditor isNew initial={blank} sent={sent} />
    </Page>
  )
}

const blank = {
  nameEn: '',
  nameJa: '',
  en_any: '',
  en_all: '',
  en_none: '',
  ja_any: '',
  ja_all: '',
  ja_none: '',
  version: 0,
  sample: '',
}
