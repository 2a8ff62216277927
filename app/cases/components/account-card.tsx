import { Link } from '@remix-run/react'
import type { ShownCase } from '#app/cases/get-case.server.ts'
import { queueWords } from '#app/cases/queue-words.ts'
import { rankWords } from '#app/cases/rank-words.ts'
import { caseWords, healthWords } from '#app/cases/words.ts'
import { daysUntil } from '#app/platform/day.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Card, Facts } from '#app/ui/card.tsx'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { Money, Time, useFormat, useT, useToday } from '#app/ui/locale.tsx'
import { classSigns } from '#app/ui/class-words.ts'
import { classes, type Class } from '#db/enums/statistics.ts'

type Account = NonNullable<ShownCase['account']>

/** What one should know of the customer before calling. */
export function AccountCard({
  account,
  history,
  colleagues,
}: Pick<ShownCase, 'history' | 'colleagues'> & { account: Account }) {
  const t = useT()
  return (
    <Card
      title={t(caseWords.accountCard)}
      actions={
        <Link to={`/accounts/${account.id}`} className="text-accent underline">
          {account.name}
        </Link>
      }
    >
      <Facts
        items={[
          { name: t(caseWords.value), value: <Money minor={account.arrMinor} currency={account.currency} /> },
          { name: t(caseWords.renewal), value: <Renewal on={account.renewalOn} /> },
          { name: t(caseWords.tier), value: account.tier },
          { name: t(caseWords.health), value: <Health of={account.health} /> },
          { name: t(caseWords.accountOwner), value: account.owner },
        ]}
      />
      {history.length > 0 ? (
        <Part title={t(caseWords.scoreHistory)} to={`/responses?account=${account.id}`} all={t(queueWords.allAnswers)}>
          {history.map((one) => (
            <li key={one.id} className="flex items-center justify-between gap-2 text-xs text-muted">
              <Link to={`/responses/${one.id}`}>
                <ClassMark of={one.class} metric={one.metric} score={one.score} />
              </Link>
              <Time at={one.answeredAt} />
            </li>
          ))}
        </Part>
      ) : null}
      {colleagues.length > 0 ? (
        <Part title={t(queueWords.people)} to={`/contacts?account=${account.id}`} all={t(queueWords.allPeople)}>
          {colleagues.map((one) => (
            <li key={one.id} className="flex items-baseline justify-between gap-2">
              <span className="min-w-0">
                <Link to={`/contacts/${one.id}`} className="hover:text-accent hover:underline">
                  {one.name}
                </Link>
                {one.title ? <span className="text-xs text-muted"> {one.title}</span> : null}
              </span>
              <LastClass of={one.lastClass} />
            </li>
          ))}
        </Part>
      ) : null}
    </Card>
  )
}

const healthTones: Record<Account['health'], Tone> = {
  green: 'success',
  yellow: 'warning',
  red: 'danger',
  unknown: 'neutral',
}

function Health({ of }: { of: Account['health'] }) {
  const t = useT()
  return <Badge tone={healthTones[of]}>{t(healthWords[of])}</Badge>
}

/** A renewal within a quarter is what a call is about, so it says how far off it is. */
function Renewal({ on }: { on: string | null }) {
  const t = useT()
  const format = useFormat()
  const today = useToday()
  const left = daysUntil(on, today)
  if (left === null) return <>–</>
  return (
    <>
      {format.day(today + left)}
      {left >= 0 && left < 92 ? (
        <span className="text-xs text-warning"> · {t(rankWords.renewsIn, { n: left })}</span>
      ) : null}
    </>
  )
}

const lastWords = { high: queueWords.lastHigh, mid: queueWords.lastMid, low: queueWords.lastLow }

/** The sign of somebody's last answer, of whatever metric it was. */
function LastClass({ of }: { of: string | null }) {
  const t = useT()
  const known = classes.find((one): one is Class => one === of)
  if (!known) return null
  return (
    <span title={t(lastWords[known])} className="text-xs text-muted">
      <span aria-hidden>{classSigns[known]}</span>
      <span className="sr-only">{t(lastWords[known])}</span>
    </span>
  )
}

function Part({ title, to, all, children }: { title: string; to: string; all: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5 border-t border-line pt-3">
      <div className="flex items-baseline justify-between gap-2 text-xs">
        <h3 className="font-medium text-muted">{title}</h3>
        <Link to={to} className="text-accent underline">
          {all}
        </Link>
      </div>
      <ol className="flex flex-col gap-1">{children}</ol>
    </div>
  )
}
