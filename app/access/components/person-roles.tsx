import { Form } from '@remix-run/react'
import { RoleChoice } from '#app/access/components/role-choice.tsx'
import { calendarWords } from '#app/access/calendar-words.ts'
import { peopleWords as words } from '#app/access/settings-words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Select, type Option } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import type { Role } from '#db/enums/access.ts'

/** Which roles, which team and which calendar a colleague has. */
export function PersonRoles({
  user,
  teams,
  calendars,
}: {
  user: { roles: Role[]; teamId: string | null; calendarId: string | null }
  teams: Option[]
  calendars: Option[]
}) {
  const t = useT()
  const busy = useBusy()
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Card title={t(words.roles)}>
        <Form method="post" className="flex flex-col gap-4">
          <input type="hidden" name="intent" value="roles" />
          <RoleChoice name="roles" label={t(words.roles)} held={user.roles} hideLabel />
          <div>
            <Button busy={busy}>{t(words.saveRoles)}</Button>
          </div>
        </Form>
      </Card>
      <Card title={t(words.team)}>
        <Form method="post" className="flex flex-col gap-4">
          <input type="hidden" name="intent" value="team" />
          <Select
            name="teamId"
            label={t(words.team)}
            hideLabel
            empty={t(words.noTeam)}
            options={teams}
            defaultValue={user.teamId ?? ''}
          />
          <div>
            <Button busy={busy}>{t(words.move)}</Button>
          </div>
        </Form>
      </Card>
      {calendars.length > 0 ? (
        <Card title={t(calendarWords.ofPerson)}>
          <Form method="post" className="flex flex-col gap-4">
            <input type="hidden" name="intent" value="calendar" />
            <Select
              name="calendarId"
              label={t(calendarWords.ofPerson)}
              hint={t(calendarWords.ofPersonHint)}
              hideLabel
              empty={t(calendarWords.main)}
              options={calendars}
              defaultValue={user.calendarId ?? ''}
            />
            <div>
              <Button busy={busy}>{t(calendarWords.saveOfPerson)}</Button>
            </div>
          </Form>
        </Card>
      ) : null}
    </div>
  )
}
