import { Link } from '@remix-run/react'
import type { ShownCase } from '#app/cases/get-case.server.ts'
import { caseWords, healthWords } from '#app/cases/words.ts'
import { dayOfIso } from '#app/platform/calendar.ts'
import { Card, Facts } from '#app/ui/card.tsx'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { Money, Time, useFormat, useT } from '#app/ui/locale.tsx'

/** What one should know of the customer before calling. */
export function AccountCard({
  account,
  history,
}: Pick<ShownCase, 'history'> & { account: NonNullable<ShownCase['account']> }) {
  const t = useT()
  const format = useFormat()
  const renewal = account.renewalOn === null ? null : dayOfIso(account.renewalOn)
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
          { name: t(caseWords.renewal), value: renewal === null ? null : format.day(renewal) },
          { name: t(caseWords.tier), value: account.tier },
          { name: t(caseWords.health), value: t(healthWords[account.health]) },
          { name: t(caseWords.accountOwner), value: account.owner },
        ]}
      />
      {history.length > 0 ? (
        <div className="flex flex-col gap-1.5">
          <h3 className="text-xs font-medium text-muted">{t(caseWords.scoreHistory)}</h3>
          <ol className="flex flex-col gap-1">
            {history.map((one) => (
              <li key={one.id} className="flex items-center justify-between gap-2 text-xs text-muted">
                <Link to={`/responses/${one.id}`}>
                  <ClassMark of={one.class} metric={one.metric} score={one.score} />
                </Link>
                <Time at={one.answeredAt} />
              </li>
            ))}
          </ol>
        </div>
      ) : null}
    </Card>
  )
}
