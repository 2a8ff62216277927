import type { TeamShown } from '#app/cases/team/get-team.server.ts'
import { timePeriods } from '#app/cases/team/team-view.ts'
import { teamWords as words } from '#app/cases/team/words.ts'
import { Select } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { useT } from '#app/ui/locale.tsx'

/** Whose cases, and of which days the times. */
export function TeamChoice({ teams, teamId, days, by }: Pick<TeamShown, 'teams' | 'teamId' | 'days' | 'by'>) {
  const t = useT()
  return (
    <FilterBar key={`${teamId} ${days} ${by}`} keep={{ by }}>
      {teams.length > 0 ? (
        <Select
          label={t(words.team)}
          name="team"
          defaultValue={teamId ?? 'all'}
          options={[
            { value: 'all', label: t(words.everybody) },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
      <Select
        label={t(words.period)}
        name="days"
        defaultValue={String(days)}
        options={timePeriods.map((n) => ({ value: String(n), label: t(words.lastDays, { n }) }))}
      />
    </FilterBar>
  )
}
