import { Form, Link, useLocation } from '@remix-run/react'
import { Hand } from 'lucide-react'
import { CaseClock } from '#app/cases/components/case-clock.tsx'
import { SeverityBadge, StateBadge, WhyLanded, WishBadge } from '#app/cases/components/case-badges.tsx'
import { manyForm } from '#app/cases/components/change-many.tsx'
import { HeadStarts } from '#app/cases/components/rank-line.tsx'
import { useQueueKeys } from '#app/cases/components/queue-keys.ts'
import type { ListedCase } from '#app/cases/list-cases.server.ts'
import { manyWords } from '#app/cases/many-words.ts'
import { queueWords } from '#app/cases/queue-words.ts'
import type { TimedCase } from '#app/cases/sla/with-percents.server.ts'
import { caseWords } from '#app/cases/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, useBusy } from '#app/ui/button.tsx'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { join } from '#app/ui/join.ts'
import { Money, useFormat, useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'
import { voiceWords } from '#app/voices/words.ts'

/** What the page of a case knows of the list beside it. */
export interface QueueAround {
  cases: { id: string; name: string }[]
  /** The query of the list, to be kept on the way through it. */
  search: string
}

/** The queue: one row a customer, the quote first. `j` and `k` move through it. */
export function QueueList({
  cases,
  openId,
  claimable,
}: {
  cases: TimedCase[]
  openId: string | null
  claimable: boolean
}) {
  const t = useT()
  const list = useQueueKeys(openId)
  return (
    <div className="@container min-h-0 overflow-y-auto overscroll-contain rounded-lg border border-line bg-surface">
      <ol ref={list} aria-label={t(caseWords.queue)} className="flex flex-col divide-y divide-line">
        {cases.map((row) => (
          <QueueRow key={row.id} row={row} open={row.id === openId} works={claimable && row.state !== 'closed'} />
        ))}
      </ol>
    </div>
  )
}

/** Whom a row is about, as its list calls them. */
export const nameOf = (row: Pick<ListedCase, 'accountName' | 'personName'>, unknown: string) =>
  row.accountName ?? row.personName ?? unknown

function QueueRow({ row, open, works }: { row: TimedCase; open: boolean; works: boolean }) {
  const t = useT()
  const format = useFormat()
  const { search } = useLocation()
  const name = nameOf(row, t(caseWords.unknownPerson))
  return (
    <li
      className={join(
        'relative grid gap-x-4 gap-y-1.5 border-l-2 py-3 pr-3 pl-3 @xl:grid-cols-[minmax(0,1fr)_auto] @xl:p-4',
        open ? 'border-l-accent bg-accent-tint' : 'border-l-transparent hover:bg-sunken',
      )}
    >
      <div className="flex min-w-0 flex-col gap-1.5">
        <div className="flex items-start justify-between gap-2">
          <div className="flex min-w-0 items-start gap-2">
            {works ? (
              <label className="relative z-10 -m-0.5 flex size-6 shrink-0 items-center justify-center">
                <input
                  type="checkbox"
                  name="caseIds"
                  value={row.id}
                  form={manyForm}
                  aria-label={t(uiWords.selectRow, { name })}
                  {...(open && { 'data-keys': 's', 'aria-keyshortcuts': 's' })}
                  className="size-4 accent-accent"
                />
              </label>
            ) : null}
            <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
              <Link
                to={`/cases/${row.id}${search}`}
                data-queue
                aria-current={open ? 'page' : undefined}
                className="font-semibold after:absolute after:inset-0 hover:text-accent"
              >
                {name}
              </Link>
              {row.accountName && row.personName ? <span className="text-muted">{row.personName}</span> : null}
              {row.people > 1 ? (
                <span className="text-xs text-muted">{t(caseWords.people, { n: row.people })}</span>
              ) : null}
            </p>
          </div>
          <CaseClock of={row} used={row.used} />
        </div>
        <p
          lang={row.language ?? undefined}
          dir="auto"
          className={row.comment ? 'line-clamp-2 text-lg text-ink' : 'text-muted'}
        >
          {row.comment ?? t(caseWords.noComment)}
        </p>
        <p className="flex flex-wrap items-center gap-2 text-xs text-muted">
          {row.class && row.metric ? <ClassMark of={row.class} metric={row.metric} score={row.score} /> : null}
          {row.why === 'contradiction' ? <WhyLanded why={row.why} score={row.score} /> : null}
          {row.standingIn && row.state !== 'closed' ? <Badge tone="info">{t(queueWords.standingIn)}</Badge> : null}
          {row.heard ? <Badge>{t(voiceWords.one)}</Badge> : null}
          <StateBadge state={row.state} />
          <SeverityBadge severity={row.severity} />
          {row.snoozedUntil !== null && row.state !== 'closed' ? (
            <Badge>{t(manyWords.putOffUntil, { at: format.dateTime(row.snoozedUntil) })}</Badge>
          ) : null}
          {row.tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
          {row.wish && row.state !== 'closed' ? <WishBadge wish={row.wish} when={row.wishWhen} /> : null}
        </p>
        {row.state === 'closed' ? null : <HeadStarts parts={row.rankParts} />}
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-xs text-muted @xl:flex-col @xl:items-end">
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
        {works && row.claimedAt === null ? (
          <ClaimButton caseId={row.id} label={`${t(caseWords.claim)}: ${name}`} />
        ) : null}
      </div>
    </li>
  )
}

/** Beside a case it is left out: the case has the same verb. */
function ClaimButton({ caseId, label }: { caseId: string; label: string }) {
  const t = useT()
  const { search } = useLocation()
  const action = `/cases/${caseId}`
  return (
    <Form method="post" action={action} className="relative z-10 xl:hidden">
      <input type="hidden" name="intent" value="claim" />
      <input type="hidden" name="back" value={`/cases${search}`} />
      <Button size="sm" icon={Hand} busy={useBusy(action)} aria-label={label}>
        {t(caseWords.claim)}
      </Button>
    </Form>
  )
}
