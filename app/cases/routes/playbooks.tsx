import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { Archive, ListChecks, Plus } from 'lucide-react'
import { settingsWords } from '#app/access/settings-words.ts'
import { authorise } from '#app/audit/context.server.ts'
import { archivePlaybook, restorePlaybook } from '#app/cases/playbooks/edit-playbooks.server.ts'
import { listPlaybooks } from '#app/cases/playbooks/list-playbooks.server.ts'
import { playbookIdSchema } from '#app/cases/playbooks/playbook.ts'
import { playbookWords as words } from '#app/cases/playbooks/words.ts'
import { severityWords } from '#app/cases/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { listTopicNames } from '#app/responses/topics/list-topics.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useLocale, useT } from '#app/ui/locale.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'
import type { Severity } from '#db/enums/surveys.ts'

export const handle = { access: 'replies.edit', title: words.title }

const here = '/settings/playbooks'

export async function loader({ context: { ctx } }: LoaderFunctionArgs) {
  return { ...(await listPlaybooks(ctx)), topics: await listTopicNames(ctx) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  authorise(ctx, 'replies.edit')
  const data = await formOf(request)
  const intent = String(data.get('intent'))
  const form = parseForm(data, playbookIdSchema, locale)
  if (form.status !== 'success' || (intent !== 'archive' && intent !== 'restore')) throw new Refusal(400, 'bad_request')
  const t = translator(locale)
  const archives = intent === 'archive'
  const { name } = await (archives ? archivePlaybook : restorePlaybook)(ctx, form.value)
  const fields = { intent: archives ? 'restore' : 'archive', ...form.value }
  const text = t(archives ? words.saidArchived : words.saidRestored, { name })
  return saidRedirect(here, { text, undo: { action: here, fields, label: t(uiWords.undo) } }, context)
}

export default function Playbooks() {
  const t = useT()
  const locale = useLocale()
  const { inUse, archived, topics } = useLoaderData<typeof loader>()
  const say = ({ topicIds = [], severities = [], metrics = [] }: (typeof inUse)[number]['when']) =>
    [
      topicIds.map((id) => topics.find((topic) => topic.id === id)?.name[locale] ?? '–'),
      severities.map((one) => t(severityWords[one as Severity])),
      metrics.map((one) => one.toUpperCase()),
    ]
      .filter((list) => list.length > 0)
      .map((list) => list.join(', '))
      .join(' · ') || t(words.every)
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      crumbs={[{ label: t(settingsWords.title), to: '/settings' }]}
      actions={
        <LinkButton to={`${here}/new`} icon={Plus} variant="primary">
          {t(words.add)}
        </LinkButton>
      }
      narrow
    >
      {inUse.length === 0 ? (
        <Empty icon={ListChecks} title={t(words.empty)}>
          {t(words.emptyText)}
        </Empty>
      ) : (
        <ul aria-label={t(words.title)} className="divide-y divide-line rounded-lg border border-line bg-surface">
          {inUse.map((row) => (
            <li key={row.id} className="flex flex-wrap items-center justify-between gap-2 px-3 py-2">
              <div className="min-w-0 flex-1 basis-48">
                <Link to={`${here}/${row.id}`} className="font-medium text-accent hover:underline">
                  {row.name}
                </Link>
                <p className="text-xs text-muted">
                  {say(row.when)} · {t(words.stepCount, { n: row.steps.length })}
                </p>
              </div>
              <Form method="post" action={here}>
                <input type="hidden" name="playbookId" value={row.id} />
                <Button
                  name="intent"
                  value="archive"
                  size="sm"
                  variant="quiet"
                  icon={Archive}
                  aria-label={t(words.archiveOf, { name: row.name })}
                >
                  {t(words.archive)}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {archived.length > 0 ? (
        <Section title={t(words.archived)}>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {archived.map((row) => (
              <li key={row.id} className="flex flex-wrap items-center justify-between gap-2 px-3 py-2">
                <Link to={`${here}/${row.id}`} className="text-accent hover:underline">
                  {row.name}
                </Link>
                <Form method="post" action={here}>
                  <input type="hidden" name="playbookId" value={row.id} />
                  <Button name="intent" value="restore" size="sm" aria-label={t(words.restoreOf, { name: row.name })}>
                    {t(words.restore)}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  )
}
