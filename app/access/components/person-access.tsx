import { Form, useLocation } from '@remix-run/react'
import { peopleWords as words } from '#app/access/settings-words.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { Time, useT } from '#app/ui/locale.tsx'

interface Person {
  name: string
  state: 'invited' | 'active' | 'ended'
  hasPassword: boolean
  openSessions: number
  inviteExpiresAt: number | null
}

/** Letting a colleague in and out: the invitation while it is open, then the access itself. */
export function PersonAccess({
  user,
  work,
  isMe,
}: {
  user: Person
  work: { accounts: number; cases: number }
  isMe: boolean
}) {
  const t = useT()
  const { pathname } = useLocation()
  if (isMe || (user.state === 'ended' && !user.hasPassword)) return null
  return (
    <Card title={t(words.access)}>
      {user.state === 'invited' ? (
        <>
          {user.inviteExpiresAt ? (
            <p className="text-muted">
              {t(words.inviteUntil)} <Time at={user.inviteExpiresAt} absolute />
            </p>
          ) : null}
          <Form method="post">
            <ButtonRow>
              <Button name="intent" value="resend">
                {t(words.resend)}
              </Button>
              <Button name="intent" value="revoke" variant="quiet">
                {t(words.revoke)}
              </Button>
            </ButtonRow>
          </Form>
        </>
      ) : null}
      {user.state === 'active' ? (
        <div>
          <ConfirmForm
            trigger={t(words.deactivate)}
            triggerVariant="danger"
            title={t(words.deactivateTitle, { name: user.name })}
            body={t(words.deactivateBody, { n: user.openSessions, work: t(words.ownsWork, work) })}
            confirm={t(words.deactivate)}
            danger
            action={pathname}
            fields={{ intent: 'deactivate' }}
          />
        </div>
      ) : null}
      {user.state === 'ended' ? (
        <Form method="post">
          <Button name="intent" value="reactivate">
            {t(words.reactivate)}
          </Button>
        </Form>
      ) : null}
    </Card>
  )
}
