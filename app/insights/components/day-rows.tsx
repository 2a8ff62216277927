import { Link } from '@remix-run/react'
import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { HealthBadge } from '#app/accounts/components/health-badge.tsx'
import { Renewal } from '#app/accounts/components/renewal.tsx'
import { CaseClock } from '#app/cases/components/case-clock.tsx'
import { nextWords } from '#app/cases/next-action.ts'
import { unsaidWords } from '#app/cases/unsaid-words.ts'
import { dayWords as words } from '#app/insights/day-words.ts'
import type { DayRow } from '#app/insights/get-my-day.server.ts'
import type { UnhappyRenewal } from '#app/insights/unhappy-renewals.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { Money, Time, useFormat, useT } from '#app/ui/locale.tsx'

/** One line of a day: all of it leads there, by the keys too. */
function Row({ to, name, beside, children }: { to: string; name: string; beside: ReactNode; children: ReactNode }) {
  return (
    <li className="relative -mx-2 flex flex-col gap-1 rounded px-2 py-3 hover:bg-sunken">
      <div className="flex flex-wrap items-start justify-between gap-x-2 gap-y-1">
        <Link to={to} data-row className="min-w-0 font-semibold after:absolute after:inset-0 hover:text-accent">
          {name}
        </Link>
        <div className="ml-auto">{beside}</div>
      </div>
      {children}
    </li>
  )
}

function Step({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-center gap-1 text-sm font-medium">
      <ArrowRight aria-hidden size={14} className="shrink-0 text-muted" />
      {children}
    </p>
  )
}

/** A case as a quote with its clocks and its next step; it opens beside the list that `query` asks of the queue. */
export function CaseRow({ of, query }: { of: DayRow; query: string }) {
  const t = useT()
  const name = of.accountName ?? of.personName ?? t(unsaidWords.unknownPerson)
  return (
    <Row to={`/cases/${of.id}${query}`} name={name} beside={<CaseClock of={of} used={of.used} />}>
      <p
        lang={of.language ?? undefined}
        dir="auto"
        className={of.comment ? 'line-clamp-2 text-lg text-ink' : 'text-muted'}
      >
        {of.comment ?? t(unsaidWords.noComment)}
      </p>
      <p className="flex flex-wrap items-center gap-2 text-xs text-muted">
        {of.class && of.metric ? <ClassMark of={of.class} metric={of.metric} score={of.score} /> : null}
        {of.accountName ? of.personName : null}
        {of.saidAt === null ? null : (
          <span>
            {t(words.wrote)} <Time at={of.saidAt} />
          </span>
        )}
        {of.standingIn ? <Badge tone="info">{t(words.standingIn)}</Badge> : null}
        {of.arrMinor === null ? null : <Money minor={of.arrMinor} currency={of.currency} />}
      </p>
      <Step>{t(nextWords[of.step])}</Step>
    </Row>
  )
}

/** Where one goes about an account that may leave: its open case, else itself. */
export const renewalPath = (of: UnhappyRenewal) => (of.caseId ? `/cases/${of.caseId}` : `/accounts/${of.id}`)

/** Why it is taken for unhappy. */
export function RenewalWhy({ of }: { of: UnhappyRenewal }) {
  const t = useT()
  const format = useFormat()
  if (of.caseId) return <>{t(words.caseOpen)}</>
  return <>{of.lowAt === null ? '–' : t(words.lowAt, { date: format.date(of.lowAt) })}</>
}

export function RenewalRow({ of }: { of: UnhappyRenewal }) {
  const t = useT()
  return (
    <Row to={renewalPath(of)} name={of.name} beside={<Renewal on={of.renewalOn} />}>
      <p className="flex flex-wrap items-center gap-2 text-xs text-muted">
        {of.arrMinor === null ? null : <Money minor={of.arrMinor} currency={of.currency} />}
        {of.health === 'unknown' ? null : <HealthBadge health={of.health} />}
        {of.standingIn ? <Badge tone="info">{t(words.standingIn)}</Badge> : null}
        <span>
          <RenewalWhy of={of} />
        </span>
      </p>
      <Step>{t(of.caseId ? words.workCase : words.talk)}</Step>
    </Row>
  )
}
