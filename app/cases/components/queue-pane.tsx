import { useLocation } from '@remix-run/react'
import { CircleCheckBig } from 'lucide-react'
import { SavedViews } from '#app/access/components/saved-views.tsx'
import type { Views } from '#app/access/list-views.server.ts'
import { exportWords } from '#app/audit/export/words.ts'
import { QueueList } from '#app/cases/components/queue-list.tsx'
import type { CaseFilter } from '#app/cases/case-filter.server.ts'
import { ChangeMany, tagList } from '#app/cases/components/change-many.tsx'
import { mostOnTab } from '#app/platform/counted.ts'
import { monthOfIso } from '#app/platform/day.ts'
import { manyWords } from '#app/cases/many-words.ts'
import type { countTabs } from '#app/cases/count-cases.server.ts'
import type { listCases } from '#app/cases/list-cases.server.ts'
import type { TimedCase } from '#app/cases/sla/with-percents.server.ts'
import { queueWords } from '#app/cases/queue-words.ts'
import { ageWords, whyWords } from '#app/cases/team/words.ts'
import { caseWords, severityWords, stateWords } from '#app/cases/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { Input, Select, type Option } from '#app/ui/field.tsx'
import { FilterBar, type Chip } from '#app/ui/filter-bar.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { uiWords } from '#app/ui/words.ts'
import { caseStates } from '#db/enums/cases.ts'
import { severities } from '#db/enums/surveys.ts'

export interface QueueShown extends Awaited<ReturnType<typeof listCases>> {
  cases: TimedCase[]
  counts: Awaited<ReturnType<typeof countTabs>>
  filter: CaseFilter
  claimable: boolean
  hasTeam: boolean
  views: Views
  /** To whom cases may be given; empty for who works none. */
  owners: Option[]
  tags: string[]
}

/** The list with its tabs and filters: the whole page on a phone, the left of it on a wide screen. */
export function QueuePane({ shown, openId }: { shown: QueueShown; openId: string | null }) {
  const { cases, next, counts, filter, claimable, hasTeam } = shown
  const t = useT()
  const { search } = useLocation()
  const chips = useChips(shown)
  const format = useFormat()
  const tab = (scope: string, label: string, count?: number) => ({
    to: `/cases?scope=${scope}`,
    label,
    count: count === undefined ? undefined : format.upTo(count, mostOnTab),
    current: filter.scope === scope,
  })
  const Title = openId === null ? 'h1' : 'p'
  return (
    <div className="flex min-w-0 flex-col gap-3 xl:max-h-[calc(100dvh-5.5rem)]">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Title className="text-xl font-semibold">{t(caseWords.queue)}</Title>
        <ExportMenu
          to="/cases/export"
          query={{ scope: filter.scope, ...(filter.snoozed && { snoozed: filter.snoozed }) }}
          reason={cases.length === 0 ? t(exportWords.nothingHere) : null}
        />
      </div>
      <details className="text-xs text-muted">
        <summary className="inline-flex min-h-6 items-center text-accent underline">{t(queueWords.howOrdered)}</summary>
        <p className="max-w-prose pt-1">{t(caseWords.queueLead)}</p>
      </details>
      <Tabs
        label={t(caseWords.queue)}
        tabs={[
          tab('mine', t(caseWords.mine), counts.mine),
          ...(hasTeam ? [tab('team', t(caseWords.team), counts.team)] : []),
          tab('all', t(caseWords.everybody), counts.all),
          tab('closed', t(caseWords.closedTab)),
        ]}
      />
      <SavedViews of={shown.views} />
      <FilterBar
        key={search}
        to="/cases"
        folded
        chips={chips}
        keep={{
          scope: filter.scope,
          account: filter.account,
          due: filter.due,
          opened: filter.opened?.toString(),
          reached: filter.reached,
          month: filter.month,
          owner: filter.owner,
          team: filter.team,
          why: filter.why,
          age: filter.age,
          snoozed: filter.snoozed === 'with' ? 'with' : null,
        }}
      >
        <Fields filter={filter} tags={shown.tags} />
      </FilterBar>
      <datalist id={tagList}>
        {shown.tags.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
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
          {claimable && filter.scope !== 'closed' ? <ChangeMany owners={shown.owners} rows={cases} /> : null}
          <QueueList cases={cases} openId={openId} claimable={claimable} />
          <Pager shown={cases.length} next={next} />
        </>
      )}
    </div>
  )
}

function Fields({ filter, tags }: { filter: CaseFilter; tags: string[] }) {
  const t = useT()
  const open = filter.scope !== 'closed'
  return (
    <>
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
        options={severities.map((value) => ({ value, label: t(severityWords[value]) }))}
      />
      {tags.length > 0 || filter.tag ? (
        <Select
          label={t(manyWords.tag)}
          name="tag"
          defaultValue={filter.tag ?? ''}
          empty={t(uiWords.any)}
          options={[...new Set([...(filter.tag ? [filter.tag] : []), ...tags])].map((value) => ({
            value,
            label: value,
          }))}
        />
      ) : null}
      {open ? (
        <>
          <Checkbox label={t(caseWords.lateOnly)} name="late" value="1" defaultChecked={filter.late === '1'} />
          <Checkbox
            label={t(queueWords.replyWaits)}
            name="reply"
            value="waits"
            defaultChecked={filter.reply !== undefined}
          />
          <Checkbox
            label={t(caseWords.unclaimedOnly)}
            name="unclaimed"
            value="1"
            defaultChecked={filter.unclaimed === '1'}
          />
          <Checkbox
            label={t(manyWords.putOffOnly)}
            name="snoozed"
            value="only"
            defaultChecked={filter.snoozed === 'only'}
          />
        </>
      ) : null}
    </>
  )
}

function useChips({ filter, cases }: QueueShown): Chip[] {
  const t = useT()
  const format = useFormat()
  return [
    ...(filter.opened ? [{ name: 'opened', label: t(queueWords.openedWithin, { n: filter.opened }) }] : []),
    ...(filter.reached ? [{ name: 'reached', label: t(queueWords[filter.reached]) }] : []),
    ...(filter.month
      ? [{ name: 'month', label: t(queueWords.openedInMonth, { month: format.month(monthOfIso(filter.month)!) }) }]
      : []),
    ...(filter.owner ? [{ name: 'owner', label: cases[0]?.ownerName ?? t(caseWords.owner) }] : []),
    ...(filter.team ? [{ name: 'team', label: t(queueWords.oneTeam) }] : []),
    ...(filter.why ? [{ name: 'why', label: t(queueWords.lateWhy, { why: t(whyWords[filter.why]) }) }] : []),
    ...(filter.age ? [{ name: 'age', label: t(queueWords.openFor, { age: t(ageWords[filter.age]) }) }] : []),
    ...(filter.snoozed === 'with' ? [{ name: 'snoozed', label: t(queueWords.putOffToo) }] : []),
    ...(filter.state ? [{ name: 'state', label: t(stateWords[filter.state]) }] : []),
    ...(filter.severity ? [{ name: 'severity', label: t(severityWords[filter.severity]) }] : []),
    ...(filter.due ? [{ name: 'due', label: t(queueWords.dueToday) }] : []),
    ...(filter.late ? [{ name: 'late', label: t(caseWords.lateOnly) }] : []),
    ...(filter.reply ? [{ name: 'reply', label: t(queueWords.replyWaits) }] : []),
    ...(filter.unclaimed ? [{ name: 'unclaimed', label: t(caseWords.unclaimedOnly) }] : []),
    ...(filter.snoozed === 'only' ? [{ name: 'snoozed', label: t(manyWords.putOffOnly) }] : []),
    ...(filter.tag ? [{ name: 'tag', label: `${t(manyWords.tag)}: ${filter.tag}` }] : []),
    ...(filter.q ? [{ name: 'q', label: `“${filter.q}”` }] : []),
    ...(filter.account ? [{ name: 'account', label: cases[0]?.accountName ?? t(caseWords.account) }] : []),
  ]
}
