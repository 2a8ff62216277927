import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Tags } from 'lucide-react'
import { can } from '#app/audit/can.ts'
import { ClassCounts, MentionChange, MentionNps, mentionsBehind } from '#app/responses/components/mention-cells.tsx'
import { topicWords as words } from '#app/responses/topic-page-words.ts'
import { countMentions, mentionDays, mentionWindow } from '#app/responses/topics/count-mentions.server.ts'
import { responseWords } from '#app/responses/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useFormat, useLocale, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'

export const handle = { access: 'responses.read', title: words.talked }

export async function loader({ context: { ctx } }: LoaderFunctionArgs) {
  return {
    topics: await countMentions(ctx),
    days: mentionDays,
    window: await mentionWindow(ctx),
    mayEdit: can(ctx.actor, 'topics.edit'),
  }
}

export default function Talked() {
  const { topics, days, window, mayEdit } = useLoaderData<typeof loader>()
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  const behind = (id: string) => mentionsBehind(id, window)
  return (
    <Page
      title={t(words.talked)}
      lead={t(words.talkedLead, { days })}
      crumbs={[{ label: t(responseWords.responses), to: '/responses' }]}
      actions={mayEdit ? <LinkButton to="/settings/topics">{t(words.editTopics)}</LinkButton> : null}
    >
      {topics.every((topic) => topic.n + topic.before === 0) ? (
        <Empty icon={Tags} title={t(words.emptyTalked)}>
          {t(words.emptyTalkedText)}
        </Empty>
      ) : (
        <Table
          caption={t(words.talked)}
          rows={topics}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'topic',
              head: t(words.topic),
              main: true,
              cell: (row) => (
                <Link to={behind(row.id)} className="font-medium text-accent hover:underline">
                  {row.name[locale]}
                </Link>
              ),
            },
            {
              key: 'n',
              head: t(words.mentions, { days }),
              align: 'right',
              cell: (row) => (
                <Link to={behind(row.id)} className="text-accent tabular-nums hover:underline">
                  {format.number(row.n)}
                </Link>
              ),
            },
            {
              key: 'class',
              head: t(words.byClass),
              align: 'right',
              cell: (row) => <ClassCounts of={row} behind={behind(row.id)} />,
            },
            { key: 'nps', head: t(words.nps), align: 'right', cell: (row) => <MentionNps nps={row.nps} /> },
            { key: 'change', head: t(words.change), align: 'right', cell: (row) => <MentionChange of={row} /> },
          ]}
        />
      )}
    </Page>
  )
}
