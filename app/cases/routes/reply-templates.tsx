import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { Archive, MessageSquareReply, Plus } from 'lucide-react'
import { settingsWords } from '#app/access/settings-words.ts'
import { authorise } from '#app/audit/context.server.ts'
import { archiveTemplate, restoreTemplate } from '#app/cases/replies/edit-templates.server.ts'
import { listTemplates, type ReplyTemplate } from '#app/cases/replies/list-templates.server.ts'
import { templateIdSchema } from '#app/cases/replies/template.ts'
import { templateWords as words } from '#app/cases/replies/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { listTopicNames } from '#app/responses/topics/list-topics.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { languageName } from '#app/ui/language-names.ts'
import { Time, useFormat, useLocale, useT } from '#app/ui/locale.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { useHref } from '#app/ui/search.ts'
import { Table } from '#app/ui/table.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'replies.edit', title: words.title }

const here = '/settings/reply-templates'

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const { inUse, archived } = await listTemplates(ctx)
  const counts = new Map<string, number>()
  for (const { language } of inUse) counts.set(language, (counts.get(language) ?? 0) + 1)
  const asked = new URL(request.url).searchParams.get('language')
  const language = asked !== null && counts.has(asked) ? asked : null
  return {
    language,
    counts: [...counts].sort(([a], [b]) => (a < b ? -1 : 1)),
    all: inUse.length,
    templates: inUse.filter((one) => language === null || one.language === language).map(shown),
    archived: archived.map(shown),
    topics: await listTopicNames(ctx),
  }
}

const shown = ({ id, name, topicId, language, uses, lastUsedAt, updatedAt, shipped }: ReplyTemplate) => ({
  id,
  name,
  topicId,
  language,
  uses,
  lastUsedAt,
  shipped: shipped && updatedAt === 0,
})

export async function action({ request, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  authorise(ctx, 'replies.edit')
  const data = await formOf(request)
  const intent = String(data.get('intent'))
  const form = parseForm(data, templateIdSchema, locale)
  if (form.status !== 'success' || (intent !== 'archive' && intent !== 'restore')) throw new Refusal(400, 'bad_request')
  const t = translator(locale)
  const archives = intent === 'archive'
  const { name } = await (archives ? archiveTemplate : restoreTemplate)(ctx, form.value)
  const fields = { intent: archives ? 'restore' : 'archive', ...form.value }
  const text = t(archives ? words.saidArchived : words.saidRestored, { name })
  return saidRedirect(here, { text, undo: { action: here, fields, label: t(uiWords.undo) } }, context)
}

export default function ReplyTemplates() {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  const href = useHref()
  const { templates, archived, topics, counts, language, all } = useLoaderData<typeof loader>()
  const topicName = (id: string | null) => topics.find((topic) => topic.id === id)?.name[locale] ?? t(words.anyTopic)
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
    >
      {counts.length > 1 ? (
        <Tabs
          label={t(words.language)}
          tabs={[
            { to: href({ language: null }), label: t(words.allLanguages), count: all, current: language === null },
            ...counts.map(([code, n]) => ({
              to: href({ language: code }),
              label: languageName(t, code),
              count: n,
              current: language === code,
            })),
          ]}
        />
      ) : null}
      {templates.length === 0 ? (
        <Empty icon={MessageSquareReply} title={t(words.empty)}>
          {t(words.emptyText)}
        </Empty>
      ) : (
        <Table
          caption={t(words.title)}
          rows={templates}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              head: t(words.name),
              main: true,
              cell: (row) => (
                <span className="inline-flex flex-wrap items-center gap-2">
                  <Link
                    to={`${here}/${row.id}`}
                    lang={row.language}
                    className="font-medium text-accent hover:underline"
                  >
                    {row.name}
                  </Link>
                  {row.shipped ? <Badge>{t(words.shipped)}</Badge> : null}
                </span>
              ),
            },
            {
              key: 'topic',
              head: t(words.topic),
              cell: (row) => <span className="text-muted">{topicName(row.topicId)}</span>,
            },
            { key: 'language', head: t(words.language), cell: (row) => languageName(t, row.language) },
            {
              key: 'uses',
              head: t(words.uses),
              align: 'right',
              cell: (row) => <span className="tabular-nums">{format.number(row.uses)}</span>,
            },
            {
              key: 'last',
              head: t(words.lastUsed),
              wide: true,
              cell: (row) => (row.lastUsedAt === null ? '–' : <Time at={row.lastUsedAt} />),
            },
            {
              key: 'verbs',
              head: t(words.archive),
              align: 'right',
              cell: (row) => (
                <Form method="post" action={here}>
                  <input type="hidden" name="templateId" value={row.id} />
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
              ),
            },
          ]}
        />
      )}
      {archived.length > 0 ? (
        <Section title={t(words.archived)}>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {archived.map((row) => (
              <li key={row.id} className="flex flex-wrap items-center justify-between gap-2 px-3 py-2">
                <Link to={`${here}/${row.id}`} lang={row.language} className="text-accent hover:underline">
                  {row.name}
                </Link>
                <Form method="post" action={here}>
                  <input type="hidden" name="templateId" value={row.id} />
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
