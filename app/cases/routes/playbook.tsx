import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { settingsWords } from '#app/access/settings-words.ts'
import { authorise } from '#app/audit/context.server.ts'
import { addPlaybook, editPlaybook } from '#app/cases/playbooks/edit-playbooks.server.ts'
import { getPlaybook } from '#app/cases/playbooks/list-playbooks.server.ts'
import { editPlaybookSchema, mostSteps, playbookSchema } from '#app/cases/playbooks/playbook.ts'
import { playbookWords as words } from '#app/cases/playbooks/words.ts'
import { refusedFields, type RefusedFields } from '#app/cases/replies/refused-fields.server.ts'
import { severityWords } from '#app/cases/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { listTopicNames } from '#app/responses/topics/list-topics.server.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { Input, Textarea } from '#app/ui/field.tsx'
import { useLocale, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'
import { errorWords } from '#app/words.ts'
import { metrics } from '#db/enums/statistics.ts'
import { severities } from '#db/enums/surveys.ts'

export const handle = { access: 'replies.edit', title: words.editTitle }

const list = '/settings/playbooks'

interface Sent extends RefusedFields {
  typed: { name: string; steps: string; topicIds: string[]; severities: string[]; metrics: string[] }
}

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
  data.set('playbookId', params.id!)
  const all = (name: string) => data.getAll(name).map(String)
  const typed = {
    name: String(data.get('name') ?? ''),
    steps: String(data.get('steps') ?? ''),
    topicIds: all('topicIds'),
    severities: all('severities'),
    metrics: all('metrics'),
  }
  const form = parseForm(data, isNew ? playbookSchema : editPlaybookSchema, locale)
  if (form.status !== 'success') {
    const wrong = Object.entries(form.error ?? {}).map(([field, texts]) => [
      field.replace(/\[.*/, ''),
      texts?.[0] ?? '',
    ])
    return json<Sent>({ typed, errors: Object.fromEntries(wrong) as Record<string, string>, refused: null }, 400)
  }
  const value = { ...form.value, steps: typed.steps }
  try {
    await (isNew ? addPlaybook(ctx, value) : editPlaybook(ctx, value as Parameters<typeof editPlaybook>[1]))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return json<Sent>({ typed, ...refusedFields(error, locale, errorWords) }, error.status)
  }
  const text = translator(locale)(isNew ? words.saidAdded : words.saidEdited, { name: form.value.name })
  return saidRedirect(list, { text }, context)
}

export default function PlaybookPage() {
  const t = useT()
  const locale = useLocale()
  const busy = useBusy()
  const { playbook, topics } = useLoaderData<typeof loader>()
  const sent = useActionData<Sent>()
  const shown = sent?.typed ?? {
    name: playbook?.name ?? '',
    steps: playbook?.steps.map((step) => step.text).join('\n') ?? '',
    topicIds: playbook?.when.topicIds ?? [],
    severities: playbook?.when.severities ?? [],
    metrics: playbook?.when.metrics ?? [],
  }
  const errors = sent?.errors ?? {}
  return (
    <Page
      title={t(playbook ? words.editTitle : words.add)}
      crumbs={[
        { label: t(settingsWords.title), to: '/settings' },
        { label: t(words.title), to: list },
      ]}
      narrow
    >
      <Form method="post" key={playbook?.updatedAt ?? 'new'} className="flex flex-col gap-4">
        {playbook ? <input type="hidden" name="seenAt" value={playbook.updatedAt} /> : null}
        <Card>
          <Input
            label={t(words.name)}
            name="name"
            defaultValue={shown.name}
            error={errors.name}
            required
            maxLength={80}
          />
          <Textarea
            label={t(words.steps)}
            hint={t(words.stepsHint)}
            name="steps"
            defaultValue={shown.steps}
            error={errors.steps}
            required
            rows={Math.min(8, mostSteps)}
          />
        </Card>
        <Card title={t(words.when)}>
          <p className="max-w-prose text-xs text-muted">{t(words.whenHint)}</p>
          {topics.length > 0 ? (
            <CheckboxGroup
              name="topicIds"
              label={t(words.topics)}
              inline
              options={topics.map(({ id, name }) => ({ value: id, label: name[locale] }))}
              defaultValues={shown.topicIds}
            />
          ) : null}
          <CheckboxGroup
            name="severities"
            label={t(words.severities)}
            inline
            options={severities.map((value) => ({ value, label: t(severityWords[value]) }))}
            defaultValues={shown.severities}
          />
          <CheckboxGroup
            name="metrics"
            label={t(words.metrics)}
            inline
            options={metrics.map((value) => ({ value, label: value.toUpperCase() }))}
            defaultValues={shown.metrics}
          />
        </Card>
        <ButtonRow>
          <Button variant="primary" busy={busy}>
            {t(uiWords.save)}
          </Button>
          <LinkButton to={list}>{t(uiWords.cancel)}</LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  )
}
