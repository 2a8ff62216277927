import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { Plus, Tags } from 'lucide-react'
import { settingsWords } from '#app/access/settings-words.ts'
import { ClassCounts, mentionsBehind } from '#app/responses/components/mention-cells.tsx'
import { RetagStanding } from '#app/responses/components/retag-standing.tsx'
import { topicWords as words } from '#app/responses/topic-page-words.ts'
import { countMentions, mentionDays, mentionWindow } from '#app/responses/topics/count-mentions.server.ts'
import { getRetag } from '#app/responses/topics/get-retag.server.ts'
import { listTopics } from '#app/responses/topics/list-topics.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/card.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useFormat, useLocale, useT } from '#app/ui/locale.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'

export const handle = { access: 'topics.edit', title: settingsWords.topics }

export async function loader({ context: { ctx } }: LoaderFunctionArgs) {
  const topics = await listTopics(ctx)
  const mentions = await countMentions(ctx)
  return {
    topics: topics.filter((topic) => !topic.archived).map((topic) => ({ ...topic, ...mentionsOf(topic.id, mentions) })),
    archived: topics.filter((topic) => topic.archived),
    waiting: topics.filter((topic) => topic.waiting).length,
    retag: await getRetag(ctx),
    days: mentionDays,
    window: await mentionWindow(ctx),
  }
}

function mentionsOf(id: string, all: Awaited<ReturnType<typeof countMentions>>) {
  const found = all.find((one) => one.id === id)
  return { n: found?.n ?? 0, mentions: found?.mentions ?? { low: 0, mid: 0, high: 0 } }
}

export default function Topics() {
  const { topics, archived, waiting, retag, days, window } = useLoaderData<typeof loader>()
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  return (
    <Page
      title={t(words.topics)}
      lead={t(words.lead)}
      crumbs={[{ label: t(settingsWords.title), to: '/settings' }]}
      actions={
        <>
          <LinkButton to="/responses/topics" variant="quiet">
            {t(words.talked)}
          </LinkButton>
          <LinkButton to="/settings/topics/new" icon={Plus} variant="primary">
            {t(words.newTopic)}
          </LinkButton>
        </>
      }
    >
      {waiting > 0 && retag?.state !== 'running' ? (
        <Notice tone="info" title={t(words.waitingTitle, { n: waiting })}>
          <p>
            <LinkButton to="/settings/topics/apply">{t(words.applyLook)}</LinkButton>
          </p>
        </Notice>
      ) : null}
      {retag?.state === 'running' ? <RetagStanding of={retag} /> : null}
      {topics.length === 0 ? (
        <Empty
          icon={Tags}
          title={t(words.empty)}
          action={
            archived.length > 0 ? null : (
              <Form method="post" action="/settings/topics/state">
                <Button name="intent" value="starters" variant="primary">
                  {t(words.addStarters)}
                </Button>
              </Form>
            )
          }
        >
          {t(words.emptyText)}
        </Empty>
      ) : (
        <Table
          caption={t(words.topics)}
          rows={topics}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'topic',
              head: t(words.topic),
              main: true,
              cell: (row) => (
                <span className="inline-flex flex-wrap items-center gap-2">
                  <Link to={`/settings/topics/${row.id}`} className="font-medium text-accent hover:underline">
                    {row.name[locale]}
                  </Link>
                  {row.waiting ? <Badge tone="info">{t(words.waiting)}</Badge> : null}
                </span>
              ),
            },
            {
              key: 'other',
              head: t(locale === 'en' ? words.nameJa : words.nameEn),
              wide: true,
              cell: (row) => (
                <span lang={locale === 'en' ? 'ja' : 'en'} className="text-muted">
                  {row.name[locale === 'en' ? 'ja' : 'en']}
                </span>
              ),
            },
            {
              key: 'phrases',
              head: t(words.phrases),
              cell: (row) => <span className="text-muted tabular-nums">{t(words.phraseCount, row.phrases)}</span>,
            },
            {
              key: 'n',
              head: t(words.mentions, { days }),
              align: 'right',
              cell: (row) => <span className="tabular-nums">{format.number(row.n)}</span>,
            },
            {
              key: 'class',
              head: t(words.byClass),
              align: 'right',
              cell: (row) => <ClassCounts of={row} behind={mentionsBehind(row.id, window)} />,
            },
          ]}
        />
      )}
      {archived.length > 0 ? (
        <Section title={t(words.archived)}>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {archived.map((topic) => (
              <li key={topic.id} className="flex flex-wrap items-center justify-between gap-2 px-3 py-2">
                <Link to={`/settings/topics/${topic.id}`} className="text-accent hover:underline">
                  {topic.name[locale]}
                </Link>
                <Form method="post" action="/settings/topics/state">
                  <input type="hidden" name="topicId" value={topic.id} />
                  <Button
                    name="intent"
                    value="active"
                    size="sm"
                    aria-label={`${t(words.restore)}: ${topic.name[locale]}`}
                  >
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
