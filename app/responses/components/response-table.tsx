import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Author, Marks } from '#app/responses/components/voice.tsx'
import type { ListedResponse } from '#app/responses/list-responses.server.ts'
import { topicWords } from '#app/responses/topic-page-words.ts'
import { responseWords as words } from '#app/responses/words.ts'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { Time, useLocale, useT } from '#app/ui/locale.tsx'
import { Table } from '#app/ui/table.tsx'

/** Answers in rows, to compare many; `caseOf` shows the case of an answer. */
export function ResponseTable({
  responses,
  caseOf,
}: {
  responses: ListedResponse[]
  caseOf: ((id: string) => ReactNode) | null
}) {
  const t = useT()
  const locale = useLocale()
  return (
    <Table
      caption={t(words.responses)}
      rows={responses}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'score',
          head: t(words.class),
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-1">
              <ClassMark of={row.class} metric={row.metric} score={row.score} short />
              <Marks of={row} />
            </span>
          ),
        },
        {
          key: 'comment',
          head: t(words.comment),
          main: true,
          cell: (row) => (
            <Link to={`/responses/${row.id}`} data-row className="hover:text-accent">
              {row.comment ? (
                <q lang={row.language} dir="auto" className="line-clamp-2 min-w-48 [quotes:none]">
                  {row.comment}
                </q>
              ) : (
                <span className="text-muted">{t(words.noComment)}</span>
              )}
            </Link>
          ),
        },
        {
          key: 'who',
          head: t(words.person),
          cell: (row) => (
            <span className="flex flex-col sm:break-keep">
              <Author of={row} />
            </span>
          ),
        },
        {
          key: 'topics',
          head: t(topicWords.topics),
          wide: true,
          cell: (row) => row.topics.map((topic) => topic.name[locale]).join(locale === 'ja' ? '、' : ', '),
        },
        ...(caseOf ? [{ key: 'case', head: t(words.case), cell: (row: ListedResponse) => caseOf(row.id) ?? '–' }] : []),
        {
          key: 'at',
          head: t(words.answered),
          cell: (row) => (
            <span className="flex flex-col">
              <Time at={row.answeredAt} />
              <span className="text-xs text-muted">{row.program}</span>
            </span>
          ),
        },
      ]}
    />
  )
}
