import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { SubmissionResult } from '@conform-to/react'
import { listAbsences } from '#app/access/absences/list-absences.server.ts'
import { AbsenceCard } from '#app/access/components/absence-card.tsx'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { PersonAccess } from '#app/access/components/person-access.tsx'
import { PersonRoles } from '#app/access/components/person-roles.tsx'
import { StateBadge } from '#app/access/components/state-badge.tsx'
import { calendarChoices } from '#app/access/get-calendar.server.ts'
import { listTeams } from '#app/access/list-teams.server.ts'
import { getUser } from '#app/access/list-users.server.ts'
import { runPersonIntent } from '#app/access/person-intents.server.ts'
import { peopleWords as words, settingsWords } from '#app/access/settings-words.ts'
import { roleWords } from '#app/access/words.ts'
import { can } from '#app/audit/can.ts'
import { countOwnedWork } from '#app/loop/count-owned-work.server.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { Card, Facts, Notice } from '#app/ui/card.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'users.read', title: words.person }

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { ctx } = context
  const user = await getUser(ctx, params.id!)
  const [work, teams, calendars] = await Promise.all([
    countOwnedWork(ctx, user.id),
    listTeams(ctx),
    calendarChoices(ctx),
  ])
  return {
    user,
    work,
    away: await listAbsences(ctx, user.id),
    calendars,
    teams: teams.map((team) => ({ value: team.id, label: team.name })),
    mayEdit: can(ctx.actor, 'users.edit'),
    isMe: user.id === ctx.actor.id,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id, name } = await getUser(context.ctx, params.id!)
  return runPersonIntent(await formOf(request), { userId: id, name }, context)
}

export default function Person() {
  const t = useT()
  const format = useFormat()
  const { user, work, away, teams, calendars, mayEdit, isMe } = useLoaderData<typeof loader>()
  const sent = useActionData<{ result?: SubmissionResult }>()
  const crumbs = [
    { label: t(settingsWords.title), to: '/settings' },
    { label: t(settingsWords.people), to: '/settings/people' },
  ]
  return (
    <Page title={user.name} lead={user.email} crumbs={crumbs} actions={<StateBadge state={user.state} />} narrow>
      <FormErrors errors={Object.values(sent?.result?.error ?? {}).flatMap((one) => one ?? [])} />
      {isMe ? <Notice>{t(words.yourself)}</Notice> : null}
      <Card>
        <Facts
          items={[
            { name: t(words.roles), value: format.list(user.roles.map((role) => t(roleWords[role]))) },
            { name: t(words.team), value: user.teamName },
            { name: t(words.owns), value: t(words.ownsWork, work) },
            { name: t(words.openSessions), value: format.number(user.openSessions) },
            { name: t(words.lastSeen), value: user.seenAt === null ? t(words.never) : <Time at={user.seenAt} /> },
            { name: t(words.added), value: <Time at={user.createdAt} absolute /> },
          ]}
        />
      </Card>
      {user.state === 'active' ? <AbsenceCard {...away} /> : null}
      {mayEdit && user.state !== 'ended' ? (
        <PersonRoles key={user.roles.join()} user={user} teams={teams} calendars={calendars} />
      ) : null}
      {mayEdit ? <PersonAccess user={user} work={work} isMe={isMe} /> : null}
    </Page>
  )
}
