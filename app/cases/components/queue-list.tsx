import { Form, Link, useLocation } from '@remix-run/react'
import { Hand } from 'lucide-react'
import { CaseClock } from '#app/cases/components/case-clock.tsx'
import { SeverityBadge, StateBadge } from '#app/cases/components/case-badges.tsx'
import { useQueueKeys } from '#app/cases/components/queue-keys.ts'
import type { ListedCase } from '#app/cases/list-cases.server.ts'
import { caseWords } from '#app/cases/words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { Money, useT } from '#app/ui/locale.tsx'

/** The queue: one row a customer, the quote first. `j` and `k` move through it. */
export function QueueList({ cases, claimable }: { cases: ListedCase[]; claimable: boolean }) {
  const t = useT()
  const list = useQueueKeys()
  return (
    <ol
      ref={list}
      aria-label={t(caseWords.queue)}
      className="flex flex-col divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
    >
      {cases.map((row) => (
        <QueueRow key={row.id} row={row} claimable={claimable && row.claimedAt === null && row.state !== 'closed'} />
      ))}
    </ol>
  )
}

function QueueRow({ row, claimable }: { row: ListedCase; claimable: boolean }) {
  const t = useT()
  const name = row.accountName ?? row.personName ?? t(caseWords.unknownPerson)
  return (
    <li className="relative grid gap-x-4 gap-y-2 p-4 hover:bg-sunken sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="flex min-w-0 flex-col gap-1.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            to={`/cases/${row.id}`}
            data-queue
            className="font-semibold after:absolute after:inset-0 hover:text-accent"
          >
            {name}
          </Link>
          {row.accountName && row.personName ? <span className="text-muted">{row.personName}</span> : null}
          {row.people > 1 ? <span className="text-xs text-muted">{t(caseWords.people, { n: row.people })}</span> : null}
        </p>
        <p lang={row.language ?? undefined} className={row.comment ? 'line-clamp-2 text-lg text-ink' : 'text-muted'}>
          {row.comment ?? t(caseWords.noComment)}
        </p>
        <p className="flex flex-wrap items-center gap-2 text-xs text-muted">
          {row.class && row.metric ? <ClassMark of={row.class} metric={row.metric} score={row.score} /> : null}
          <StateBadge state={row.state} />
          <SeverityBadge severity={row.severity} />
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-xs text-muted sm:flex-col sm:items-end">
        <CaseClock of={row} />
        {row.arrMinor === null ? null : (
          <span>
            <span className="sr-only">{t(caseWords.value)} </span>
            <Money minor={row.arrMinor} currency={row.currency} />
          </span>
        )}
        <span>
          {row.ownerName}
          {row.claimedAt === null && row.state !== 'closed' ? ` · ${t(caseWords.unclaimed)}` : ''}
        </span>
        {claimable ? <ClaimButton caseId={row.id} label={`${t(caseWords.claim)}: ${name}`} /> : null}
      </div>
    </li>
  )
}

function ClaimButton({ caseId, label }: { caseId: string; label: string }) {
  const t = useT()
  const { pathname, search } = useLocation()
  const action = `/cases/${caseId}`
  return (
    <Form method="post" action={action} className="relative z-10">
      <input type="hidden" name="intent" value="claim" />
      <input type="hidden" name="back" value={pathname + search} />
      <Button size="sm" icon={Hand} busy={useBusy(action)} aria-label={label}>
        {t(caseWords.claim)}
      </Button>
    </Form>
  )
}
