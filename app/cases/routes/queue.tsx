import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CircleCheckBig } from 'lucide-react'
import { can } from '#app/audit/can.ts'
import { QueueList } from '#app/cases/components/queue-list.tsx'
import { caseFilter, countOpenCases, listCases } from '#app/cases/list-cases.server.ts'
import { caseWords, severityWords, stateWords } from '#app/cases/words.ts'
import { exportWords } from '#app/audit/export/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { Input, Select } from '#app/ui/field.tsx'
import { FilterBar, type Chip } from '#app/ui/filter-bar.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { uiWords } from '#app/ui/words.ts'
import { caseStates } from '#db/enums/cases.ts'
import { severities } from '#db/enums/surveys.ts'

export const handle = { access: 'cases.read', title: caseWords.queue }

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  const mine = ctx.actor.kind === 'user' && ctx.actor.roles.includes('csm') && !ctx.actor.roles.includes('admin')
  const filter = caseFilter.parse({ scope: mine ? 'mine' : 'all', ...query })
  const [list, counts] = [await listCases(ctx, filter), await countOpenCases(ctx)]
  return {
    ...list,
    counts,
    filter,
    claimable: can(ctx.actor, 'cases.work'),
    hasTeam: ctx.actor.kind === 'user' && ctx.actor.teamId !== null,
  }
}

export default function Queue() {
  const { cases, next, counts, filter, claimable, hasTeam } = useLoaderData<typeof loader>()
  const t = useT()
  const tab = (scope: string, label: string, count?: number) => ({
    to: `/cases?scope=${scope}`,
    label,
    count,
    current: filter.scope === scope,
  })
  const open = filter.scope !== 'closed'
  const chips: Chip[] = [
    ...(filter.state ? [{ name: 'state', label: t(stateWords[filter.state]) }] : []),
    ...(filter.severity ? [{ name: 'severity', label: t(severityWords[filter.severity]) }] : []),
    ...(filter.late ? [{ name: 'late', label: t(caseWords.lateOnly) }] : []),
    ...(filter.unclaimed ? [{ name: 'unclaimed', label: t(caseWords.unclaimedOnly) }] : []),
    ...(filter.q ? [{ name: 'q', label: `“${filter.q}”` }] : []),
    ...(filter.account
      ? [
          {
            name: 'account',
            label: cases[0]?.accountName ?? t(caseWords.account),
          },
        ]
      : []),
  ]
  return (
    <Page
      title={t(caseWords.queue)}
      lead={t(caseWords.queueLead)}
      actions={
        <ExportMenu
          to="/cases/export"
          query={{ scope: filter.scope }}
          reason={cases.length === 0 ? t(exportWords.nothingHere) : null}
        />
      }
    >
      <Tabs
        label={t(caseWords.queue)}
        tabs={[
          tab('mine', t(caseWords.mine), counts.mine),
          ...(hasTeam ? [tab('team', t(caseWords.team), counts.team)] : []),
          tab('all', t(caseWords.everybody), counts.all),
          tab('closed', t(caseWords.closedTab)),
        ]}
      />
      <FilterBar chips={chips} keep={{ scope: filter.scope, account: filter.account }}>
        <Input label={t(caseWords.searchAccount)} name="q" type="search" maxLength={100} defaultValue={filter.q} />
        {open ? (
          <Select
            label={t(caseWords.state)}
            name="state"
            defaultValue={filter.state ?? ''}
            empty={t(uiWords.any)}
            options={caseStates
              .filter((state) => state !== 'closed')
              .map((value) => ({ value, label: t(stateWords[value]) }))}
          />
        ) : null}
        <Select
          label={t(caseWords.severity)}
          name="severity"
          defaultValue={filter.severity ?? ''}
          empty={t(uiWords.any)}
          options={severities.map((value) => ({
            value,
            label: t(severityWords[value]),
          }))}
        />
        {open ? (
          <>
            <Checkbox
              label={t(caseWords.lateOnly)}
              name="late"
              value="1"
              defaultChecked={filter.late === '1'}
              className="min-h-9 justify-center"
            />
            <Checkbox
              label={t(caseWords.unclaimedOnly)}
              name="unclaimed"
              value="1"
              defaultChecked={filter.unclaimed === '1'}
              className="min-h-9 justify-center"
            />
          </>
        ) : null}
      </FilterBar>
      {cases.length === 0 ? (
        <Empty
          icon={CircleCheckBig}
          title={t(
            chips.length > 0 || filter.after
              ? caseWords.emptyFiltered
              : filter.scope === 'mine'
                ? caseWords.emptyMine
                : caseWords.emptyAll,
          )}
          action={
            filter.scope === 'all' && chips.length === 0 ? null : (
              <LinkButton to="/cases?scope=all">{t(caseWords.seeAll)}</LinkButton>
            )
          }
        >
          {t(caseWords.emptyText)}
        </Empty>
      ) : (
        <>
          <QueueList cases={cases} claimable={claimable} />
          <Pager shown={cases.length} next={next} />
          <p className="text-xs text-muted max-sm:hidden">{t(caseWords.shortcuts)}</p>
        </>
      )}
    </Page>
  )
}
