import type { SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { settingsWords } from '#app/access/settings-words.ts'
import { authorise } from '#app/audit/context.server.ts'
import { PlaybookForm } from '#app/cases/components/playbook-form.tsx'
import { addPlaybook, editPlaybook } from '#app/cases/playbooks/edit-playbooks.server.ts'
import { getPlaybook } from '#app/cases/playbooks/list-playbooks.server.ts'
import { playbookSchema } from '#app/cases/playbooks/playbook.ts'
import { playbookErrors, playbookWords as words } from '#app/cases/playbooks/words.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { listTopicNames } from '#app/responses/topics/list-topics.server.ts'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'replies.edit', title: words.editTitle }

const list = '/settings/playbooks'

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  authorise(ctx, 'replies.edit')
  const playbook = params.id === 'new' ? null : await getPlaybook(ctx, params.id!)
  return { playbook, topics: await listTopicNames(ctx) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  authorise(ctx, 'replies.edit')
  const data = await formOf(request)
  const isNew = params.id === 'new'
  const form = parseForm(data, playbookSchema, locale)
  if (form.status !== 'success') return badForm(form)
  const value = { ...form.value, steps: form.value.steps.join('\n') }
  const save = async () => {
    const of = { playbookId: params.id!, seenAt: data.get('seenAt') }
    await (isNew ? addPlaybook(ctx, value) : editPlaybook(ctx, { ...value, ...of }))
    const text = translator(locale)(isNew ? words.saidAdded : words.saidEdited, { name: value.name })
    return saidRedirect(list, { text }, context)
  }
  return orRefused(form, context, save, {}, playbookErrors)
}

export default function PlaybookPage() {
  const t = useT()
  const { playbook, topics } = useLoaderData<typeof loader>()
  const sent = useActionData<{ result?: SubmissionResult }>()
  return (
    <Page
      title={t(playbook ? words.editTitle : words.add)}
      crumbs={[
        { label: t(settingsWords.title), to: '/settings' },
        { label: t(words.title), to: list },
      ]}
      narrow
    >
      <PlaybookForm key={playbook?.updatedAt ?? 'new'} playbook={playbook} topics={topics} result={sent?.result} />
    </Page>
  )
}
