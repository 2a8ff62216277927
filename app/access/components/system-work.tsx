import { Link } from '@remix-run/react'
import type { getSystem } from '#app/access/get-system.server.ts'
import { systemWords as words } from '#app/access/system-words.ts'
import { jobTabs } from '#app/jobs/job-tab.ts'
import { jobTabWords, pauseWords } from '#app/jobs/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card, Facts } from '#app/ui/card.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'
import { Count } from '#app/ui/stat.tsx'

type System = Awaited<ReturnType<typeof getSystem>>

const troubled = new Set(['failed', 'uncertain', 'dead'])

/** A number that leads to what it counts; red when somebody has to do something. */
function Linked({ to, label, n, bad }: { to: string; label: string; n: number; bad: boolean }) {
  const format = useFormat()
  return (
    <Count
      label={label}
      value={n >= 1000 ? `${format.number(1000)}+` : format.number(n)}
      tone={bad && n > 0 ? 'late' : 'plain'}
      link={(content) => (
        <Link to={to} className="rounded px-1 py-0.5 hover:bg-sunken">
          {content}
        </Link>
      )}
    />
  )
}

export function JobsCard({ jobs }: { jobs: System['jobs'] }) {
  const t = useT()
  return (
    <Card title={t(words.jobs)}>
      <div className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-3">
        {jobTabs
          .filter((tab) => tab !== 'done')
          .map((tab) => (
            <Linked
              key={tab}
              to={`/jobs?tab=${tab}`}
              label={t(jobTabWords[tab])}
              n={jobs.counts[tab]}
              bad={troubled.has(tab)}
            />
          ))}
      </div>
      <Facts
        items={[
          {
            name: t(words.lastJob),
            value: jobs.lastEndedAt === null ? t(words.never) : <Time at={jobs.lastEndedAt} />,
          },
        ]}
      />
    </Card>
  )
}

const names: Record<string, string> = { resend: 'Resend', smtp: 'SMTP' }

export function MailCard({ mail }: { mail: System['mail'] }) {
  const t = useT()
  return (
    <Card title={t(words.mail)}>
      <div className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-3">
        <Linked to="/jobs?tab=mail-queued" label={t(words.mailQueued)} n={mail.queued} bad={false} />
        <Linked to="/jobs?tab=mail-failed" label={t(words.mailFailed)} n={mail.failed} bad />
        <Linked to="/jobs?tab=mail-uncertain" label={t(words.mailUncertain)} n={mail.uncertain} bad />
      </div>
      <Facts
        items={[
          { name: t(words.state), value: <MailState mail={mail} /> },
          {
            name: t(words.way),
            value: mail.transport === 'mailbox' ? t(words.mailbox) : (names[mail.transport] ?? mail.transport),
          },
          { name: t(words.sender), value: <span className="break-all">{mail.from}</span> },
          ...(mail.transport === 'mailbox'
            ? []
            : [
                {
                  name: t(words.allowed),
                  value: mail.allow.includes('*')
                    ? t(words.everybody)
                    : mail.allow.length
                      ? mail.allow.join(', ')
                      : t(words.nobody),
                },
              ]),
          { name: t(words.lastSent), value: mail.lastSentAt === null ? t(words.never) : <Time at={mail.lastSentAt} /> },
          ...(mail.transport === 'resend'
            ? [
                {
                  name: t(words.reports),
                  value:
                    mail.lastReportAt !== null ? (
                      <Time at={mail.lastReportAt} />
                    ) : (
                      t(mail.webhook ? words.reportsNone : words.reportsOff)
                    ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  )
}

function MailState({ mail }: { mail: System['mail'] }) {
  const t = useT()
  if (mail.held)
    return (
      <Link to="/settings/held-mail">
        <Badge tone="warning">{t(words.held)}</Badge>
      </Link>
    )
  if (mail.paused !== null)
    return (
      <span className="flex flex-wrap items-baseline gap-2">
        <Badge tone="danger">{t(words.paused)}</Badge>
        {pauseWords[mail.paused] ? t(pauseWords[mail.paused]!) : mail.paused}
      </span>
    )
  return mail.transport === 'mailbox' ? (
    <Badge>{t(words.staying)}</Badge>
  ) : (
    <Badge tone="success">{t(words.active)}</Badge>
  )
}
