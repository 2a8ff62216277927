import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MousePointerClick } from 'lucide-react'
import { Author } from '#app/responses/components/voice.tsx'
import { integrityWords as words } from '#app/responses/integrity-words.ts'
import { listClicks } from '#app/responses/list-clicks.server.ts'
import { responseWords } from '#app/responses/words.ts'
import { getProgram } from '#app/surveys/get-program.server.ts'
import { surveyWords } from '#app/surveys/words.ts'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table } from '#app/ui/table.tsx'

export const handle = { access: 'responses.read', title: words.openClicks }

export async function loader({ request, params, context: { ctx } }: LoaderFunctionArgs) {
  const { program } = await getProgram(ctx, params.programId!)
  const after = new URL(request.url).searchParams.get('after')
  return { ...(await listClicks(ctx, { programId: program.id, after })), after, program: { id: program.id, name: program.name } } // prettier-ignore
}

export default function Clicks() {
  const { clicks, next, after, days, program } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page
      title={t(words.openClicks)}
      lead={t(words.clicksLead)}
      crumbs={[
        { to: '/programs', label: t(surveyWords.programs) },
        { to: `/programs/${program.id}`, label: program.name },
      ]}
    >
      {clicks.length === 0 ? (
        <Empty icon={MousePointerClick} title={t(words.noClicks)}>
          {t(words.noClicksText, { days })}
        </Empty>
      ) : (
        <Table
          caption={t(words.openClicks)}
          rows={clicks}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'person',
              head: t(responseWords.person),
              main: true,
              cell: (row) => (
                <span className="flex flex-wrap gap-x-2">
                  <Author of={row} />
                </span>
              ),
            },
            {
              key: 'score',
              head: t(words.score),
              cell: (row) => <ClassMark of={row.class} metric={row.metric} score={row.score} />,
            },
            { key: 'at', head: t(words.clickedAt), cell: (row) => <Time at={row.at} absolute /> },
          ]}
        />
      )}
      {next || after ? <Pager shown={clicks.length} next={next} /> : null}
    </Page>
  )
}
