import type { SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { settingsWords } from '#app/access/settings-words.ts'
import { authorise } from '#app/audit/context.server.ts'
import { TemplateForm } from '#app/cases/components/template-form.tsx'
import { addTemplate, editTemplate } from '#app/cases/replies/edit-templates.server.ts'
import { getTemplate } from '#app/cases/replies/list-templates.server.ts'
import { templateSchema } from '#app/cases/replies/template.ts'
import { exampleValues } from '#app/cases/replies/templates-for-case.server.ts'
import { replyErrors, templateWords as words } from '#app/cases/replies/words.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { listTopicNames } from '#app/responses/topics/list-topics.server.ts'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'replies.edit', title: words.editTitle }

const list = '/settings/reply-templates'

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
  const form = parseForm(data, templateSchema, locale)
  if (form.status !== 'success') return badForm(form)
  const { value } = form
  const save = async () => {
    const of = { templateId: params.id!, seenAt: data.get('seenAt') }
    await (isNew ? addTemplate(ctx, value) : editTemplate(ctx, { ...value, ...of }))
    const text = translator(locale)(isNew ? words.saidAdded : words.saidEdited, { name: value.name })
    return saidRedirect(list, { text }, context)
  }
  return orRefused(form, context, save, {}, replyErrors)
}

export default function ReplyTemplatePage() {
  const t = useT()
  const { template, topics, example } = useLoaderData<typeof loader>()
  const sent = useActionData<{ result?: SubmissionResult }>()
  return (
    <Page
      title={t(template ? words.editTitle : words.add)}
      crumbs={[
        { label: t(settingsWords.title), to: '/settings' },
        { label: t(words.title), to: list },
      ]}
      narrow
    >
      <TemplateForm
        key={template?.updatedAt ?? 'new'}
        template={template}
        topics={topics}
        example={example}
        result={sent?.result}
      />
    </Page>
  )
}
