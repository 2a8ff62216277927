import { Form } from '@remix-run/react'
import { meWords as words } from '#app/access/settings-words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'

export interface MySession {
  id: string
  device: string
  createdAt: number
  seenAt: number
  current: boolean
}

/** Where one is signed in, each to be ended by itself, or all at once. */
export function MySessions({ sessions }: { sessions: MySession[] }) {
  const t = useT()
  const device = (session: MySession) => session.device || t(words.unknownDevice)
  return (
    <Section title={t(words.sessions)}>
      <Table
        caption={t(words.sessions)}
        rows={sessions}
        rowKey={(session) => session.id}
        columns={[
          {
            key: 'device',
            head: t(words.device),
            main: true,
            cell: (session) => (
              <span className="inline-flex flex-wrap items-center gap-2">
                {device(session)}
                {session.current ? <Badge tone="accent">{t(words.thisOne)}</Badge> : null}
              </span>
            ),
          },
          { key: 'seen', head: t(words.seen), cell: (session) => <Time at={session.seenAt} /> },
          { key: 'since', head: t(words.since), cell: (session) => <Time at={session.createdAt} /> },
          {
            key: 'end',
            head: t(words.end),
            align: 'right',
            cell: (session) => (
              <Form method="post">
                <input type="hidden" name="sessionId" value={session.id} />
                <Button name="intent" value="end" size="sm" aria-label={t(words.endOne, { device: device(session) })}>
                  {t(words.end)}
                </Button>
              </Form>
            ),
          },
        ]}
      />
      <Form method="post">
        <ButtonRow>
          {sessions.length > 1 ? (
            <Button name="intent" value="end-others">
              {t(words.endOthers)}
            </Button>
          ) : null}
          <Button name="intent" value="end-all" variant="quiet">
            {t(words.endAll)}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
