import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { UserPlus, Users } from 'lucide-react'
import { StateBadge } from '#app/access/components/state-badge.tsx'
import { listTeams } from '#app/access/list-teams.server.ts'
import { listUsers } from '#app/access/list-users.server.ts'
import { peopleWords as words, settingsWords } from '#app/access/settings-words.ts'
import { roleWords, stateWords } from '#app/access/words.ts'
import { can } from '#app/audit/can.ts'
import { exportWords } from '#app/audit/export/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { Input, Select } from '#app/ui/field.tsx'
import { FilterBar, type Chip } from '#app/ui/filter-bar.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table } from '#app/ui/table.tsx'
import { uiWords } from '#app/ui/words.ts'
import { roles, userStates } from '#db/enums/access.ts'

export const handle = { access: 'users.read', title: settingsWords.people }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const given = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  const [list, teams] = await Promise.all([listUsers(context.ctx, given), listTeams(context.ctx)])
  const { q, state, role, team } = given
  return {
    ...list,
    filter: { q, state, role, team },
    teams: teams.map((one) => ({ value: one.id, label: one.name })),
    mayInvite: can(context.ctx.actor, 'users.edit'),
  }
}

export default function People() {
  const t = useT()
  const format = useFormat()
  const { users, next, filter, teams, mayInvite } = useLoaderData<typeof loader>()
  const roleOptions = roles.map((role) => ({ value: role, label: t(roleWords[role]) }))
  const stateOptions = userStates.map((state) => ({ value: state, label: t(stateWords[state]) }))
  const chips: Chip[] = [
    ...(filter.q ? [{ name: 'q', label: filter.q }] : []),
    ...[
      { name: 'state', options: stateOptions },
      { name: 'role', options: roleOptions },
      { name: 'team', options: teams },
    ].flatMap(({ name, options }) =>
      options
        .filter((one) => one.value === filter[name as keyof typeof filter])
        .map((one) => ({ name, label: one.label })),
    ),
  ]
  const invite = mayInvite ? (
    <LinkButton to="/settings/people/invite" variant="primary" icon={UserPlus}>
      {t(words.invite)}
    </LinkButton>
  ) : null
  return (
    <Page
      title={t(settingsWords.people)}
      crumbs={[{ label: t(settingsWords.title), to: '/settings' }]}
      actions={
        <>
          <ExportMenu to="/settings/people/export" reason={users.length === 0 ? t(exportWords.nothingHere) : null} />
          {invite}
        </>
      }
    >
      <FilterBar chips={chips}>
        <Input name="q" label={t(words.search)} type="search" defaultValue={filter.q} maxLength={100} />
        <Select
          name="state"
          label={t(words.state)}
          empty={t(words.current)}
          options={stateOptions}
          defaultValue={filter.state ?? ''}
        />
        <Select
          name="role"
          label={t(words.role)}
          empty={t(uiWords.any)}
          options={roleOptions}
          defaultValue={filter.role ?? ''}
        />
        <Select
          name="team"
          label={t(words.team)}
          empty={t(uiWords.any)}
          options={teams}
          defaultValue={filter.team ?? ''}
        />
      </FilterBar>
      {users.length === 0 ? (
        <Empty icon={Users} title={t(words.none)}>
          {t(words.noneBody)}
        </Empty>
      ) : (
        <>
          <Table
            caption={t(settingsWords.people)}
            rows={users}
            rowKey={(user) => user.id}
            columns={[
              {
                key: 'person',
                head: t(words.person),
                main: true,
                cell: (user) => (
                  <span className="flex flex-col">
                    <Link to={`/settings/people/${user.id}`} className="font-medium text-accent hover:underline">
                      {user.name}
                    </Link>
                    <span className="text-xs break-all text-muted">{user.email}</span>
                  </span>
                ),
              },
              {
                key: 'roles',
                head: t(words.roles),
                cell: (user) => format.list(user.roles.map((role) => t(roleWords[role]))),
              },
              { key: 'team', head: t(words.team), cell: (user) => user.teamName ?? '–' },
              { key: 'state', head: t(words.state), cell: (user) => <StateBadge state={user.state} /> },
            ]}
          />
          <Pager shown={users.length} next={next} />
        </>
      )}
    </Page>
  )
}
