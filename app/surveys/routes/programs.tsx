import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Megaphone, Plus } from 'lucide-react'
import { can } from '#app/audit/can.ts'
import { programTotals } from '#app/loop/program-totals.server.ts'
import { ProgramStateBadge } from '#app/surveys/components/state-badge.tsx'
import { listPrograms } from '#app/surveys/list-programs.server.ts'
import { programKindWords, surveyWords } from '#app/surveys/words.ts'
import { exportWords } from '#app/audit/export/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { metricWords } from '#app/ui/class-words.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const handle = { access: 'programs.read', title: surveyWords.programs }

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const archived = new URL(request.url).searchParams.get('show') === 'archived'
  const totals = await programTotals(ctx)
  const programs = (await listPrograms(ctx, { archived })).map((program) => ({
    ...program,
    ...(totals[program.id] ?? { sent: 0, answered: 0 }),
  }))
  return { programs, archived, mayEdit: can(ctx.actor, 'programs.edit') }
}

export default function Programs() {
  const { programs, archived, mayEdit } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const create = mayEdit ? (
    <LinkButton to="/programs/new" variant="primary" icon={Plus}>
      {t(surveyWords.newProgram)}
    </LinkButton>
  ) : null
  return (
    <Page
      title={t(surveyWords.programs)}
      lead={t(surveyWords.programsLead)}
      actions={
        <>
          <ExportMenu to="/programs/export" reason={programs.length === 0 ? t(exportWords.nothingHere) : null} />
          {create}
        </>
      }
    >
      <Tabs
        label={t(surveyWords.programs)}
        tabs={[
          { to: '/programs', label: t(surveyWords.current), current: !archived },
          { to: '/programs?show=archived', label: t(surveyWords.archived), current: archived },
        ]}
      />
      {programs.length === 0 ? (
        archived ? (
          <Empty icon={Megaphone} title={t(surveyWords.noArchived)} />
        ) : (
          <Empty icon={Megaphone} title={t(surveyWords.noPrograms)} action={create}>
            {t(surveyWords.noProgramsText)}
          </Empty>
        )
      ) : (
        <Table
          caption={t(surveyWords.programs)}
          rows={programs}
          rowKey={(program) => program.id}
          columns={[
            {
              key: 'name',
              head: t(surveyWords.name),
              main: true,
              cell: (program) => (
                <Link to={`/programs/${program.id}`} className="font-medium hover:text-accent hover:underline">
                  {program.name}
                </Link>
              ),
            },
            { key: 'metric', head: t(surveyWords.metricShort), cell: (program) => t(metricWords[program.metric]) },
            {
              key: 'kind',
              head: t(surveyWords.kindShort),
              cell: (program) => t(programKindWords[program.kind]),
              wide: true,
            },
            {
              key: 'state',
              head: t(surveyWords.state),
              cell: (program) => <ProgramStateBadge state={program.state} />,
            },
            {
              key: 'sent',
              head: t(surveyWords.sent),
              align: 'right',
              cell: (program) => <span className="tabular-nums">{format.number(program.sent)}</span>,
            },
            {
              key: 'answered',
              head: t(surveyWords.answered),
              align: 'right',
              cell: (program) => (
                <span className="whitespace-nowrap tabular-nums">
                  {format.number(program.answered)}
                  {program.sent > 0 ? (
                    <span className="text-muted"> · {format.percent(program.answered / program.sent)}</span>
                  ) : null}
                </span>
              ),
            },
          ]}
        />
      )}
    </Page>
  )
}
