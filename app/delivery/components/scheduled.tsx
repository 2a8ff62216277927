import { Form } from '@remix-run/react'
import { Play, Users } from 'lucide-react'
import { scheduleWords as words } from '#app/delivery/schedule-words.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Card, Facts } from '#app/ui/card.tsx'
import { Time, useT } from '#app/ui/locale.tsx'

interface Scheduled {
  id: string
  startsAt: number | null
  noticeAt: number | null
  choices: { out: number; added: number }
}

/** A wave that is to start: when, and what owners have said of it so far. */
export function ScheduledWave({ wave, mayLaunch, mayLook }: { wave: Scheduled; mayLaunch: boolean; mayLook: boolean }) {
  const t = useT()
  return (
    <Card>
      <Facts
        items={[
          { name: t(words.startsAt), value: wave.startsAt === null ? null : <Time at={wave.startsAt} absolute /> },
          { name: t(words.noticeAt), value: wave.noticeAt === null ? null : <Time at={wave.noticeAt} absolute /> },
        ]}
      />
      <p>{t(words.soFar, wave.choices)}</p>
      <ButtonRow>
        {mayLook ? (
          <LinkButton to={`/waves/${wave.id}/people?whose=all`} icon={Users}>
            {t(words.look)}
          </LinkButton>
        ) : null}
        {mayLaunch ? (
          <Form method="post" action={`/waves/${wave.id}/state`} className="contents">
            <Button name="to" value="planning" icon={Play}>
              {t(words.startNow)}
            </Button>
          </Form>
        ) : null}
      </ButtonRow>
    </Card>
  )
}
