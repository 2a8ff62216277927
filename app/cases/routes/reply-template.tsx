import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { settingsWords } from '#app/access/settings-words.ts'
import { authorise } from '#app/audit/context.server.ts'
import { TemplateForm, type TemplateDraft } from '#app/cases/components/template-form.tsx'
import { addTemplate, editTemplate } from '#app/cases/replies/edit-templates.server.ts'
import { getTemplate } from '#app/cases/replies/list-templates.server.ts'
import { editTemplateSchema, templateSchema } from '#app/cases/replies/template.ts'
import { refusedFields, type RefusedFields } from '#app/cases/replies/refused-fields.server.ts'
import { exampleValues } from '#app/cases/replies/templates-for-case.server.ts'
import { templateWords as words } from '#app/cases/replies/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { listTopicNames } from '#app/responses/topics/list-topics.server.ts'
import { useLocale, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { errorWords } from '#app/words.ts'

export const handle = { access: 'replies.edit', title: words.editTitle }

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  authorise(ctx, 'replies.edit')
  const template = params.id === 'new' ? null : await getTemplate(ctx, params.id!)
  return { template, topics: await listTopicNames(ctx), example: await exampleValues(ctx) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  authorise(ctx, 'replies.edit')
  const data = await formOf(request)
  const isNew = params.id === 'new'
  data.set('templateId', params.id!)
  const form = parseForm(data, isNew ? templateSchema : editTemplateSchema, locale)
  const typed = Object.fromEntries([...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  if (form.status !== 'success') {
    const wrong = Object.entries(form.error ?? {}).map(([field, texts]) => [field, texts?.[0] ?? ''])
    return json<Sent>({ typed, errors: Object.fromEntries(wrong) as Record<string, string>, refused: null }, 400)
  }
  try {
    await ('templateId' in form.value
      ? editTemplate(ctx, form.value as Parameters<typeof editTemplate>[1])
      : addTemplate(ctx, form.value as Parameters<typeof addTemplate>[1]))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return json<Sent>({ typed, ...refusedFields(error, locale, errorWords) }, error.status)
  }
  const text = translator(locale)(isNew ? words.saidAdded : words.saidEdited, { name: form.value.name })
  return saidRedirect('/settings/reply-templates', { text }, context)
}

interface Sent extends RefusedFields {
  typed: Record<string, string>
}

export default function ReplyTemplatePage() {
  const t = useT()
  const locale = useLocale()
  const { template, topics, example } = useLoaderData<typeof loader>()
  const sent = useActionData<Sent>()
  const draft: TemplateDraft = {
    name: template?.name ?? '',
    topicId: template?.topicId ?? '',
    language: template?.language ?? locale,
    subject: template?.subject ?? '',
    body: template?.body ?? '',
    ...sent?.typed,
  }
  return (
    <Page
      title={t(template ? words.editTitle : words.add)}
      crumbs={[
        { label: t(settingsWords.title), to: '/settings' },
        { label: t(words.title), to: '/settings/reply-templates' },
      ]}
      narrow
    >
      <TemplateForm
        key={template?.updatedAt ?? 'new'}
        draft={draft}
        seenAt={template?.updatedAt ?? null}
        topics={topics}
        example={example}
        errors={sent?.errors ?? {}}
      />
    </Page>
  )
}
