import { CaseClock } from '#app/cases/components/case-clock.tsx'
import { SeverityBadge, StateBadge } from '#app/cases/components/case-badges.tsx'
import { RankLine } from '#app/cases/components/rank-line.tsx'
import { WhyOwner } from '#app/cases/components/why-owner.tsx'
import { manyWords } from '#app/cases/many-words.ts'
import { queueWords } from '#app/cases/queue-words.ts'
import type { ShownCase } from '#app/cases/get-case.server.ts'
import { actionWords, caseWords, causeWords, closeWords } from '#app/cases/words.ts'
import { Notice } from '#app/ui/card.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'

/** State, clock, owner and age of a case in one line, and how it ended. */
export function CaseHead({
  found,
  people,
  used,
  why,
  standIn,
  mayWork,
}: {
  found: ShownCase['case']
  people: ShownCase['people']
  used: ShownCase['used']
  why: ShownCase['why']
  standIn: ShownCase['standIn']
  mayWork: boolean
}) {
  const t = useT()
  const format = useFormat()
  const waiting = people.filter((person) => person.state === 'waiting').length
  const open = found.state !== 'closed'
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-muted">
        <StateBadge state={found.state} />
        <SeverityBadge severity={found.severity} always />
        <CaseClock of={{ ...found, waiting }} used={used} inLine />
        <span>
          {t(caseWords.owner)}: <span className="text-ink">{found.ownerName}</span>
          {open && why ? <WhyOwner why={why} /> : null}
          {open && found.claimedAt === null ? ` · ${t(caseWords.unclaimed)}` : ''}
        </span>
        <span>
          {t(caseWords.openedAt)} <Time at={found.openedAt} />
        </span>
      </p>
      {open ? <RankLine of={found} /> : null}
      {open && found.snoozedUntil !== null ? (
        <Notice>{t(manyWords.putOffUntil, { at: format.dateTime(found.snoozedUntil) })}</Notice>
      ) : null}
      {open && standIn ? <Notice>{t(queueWords.standIn, standIn)}</Notice> : null}
      {found.cause && found.action && (found.resolvedAt !== null || !open) ? (
        <p className="text-muted">
          {t(caseWords.resolvedWith, { cause: t(causeWords[found.cause]), action: t(actionWords[found.action]) })}
        </p>
      ) : null}
      {found.closeKind ? (
        <p className="text-muted">{t(caseWords.closedAs, { kind: t(closeWords[found.closeKind]) })}</p>
      ) : null}
      {open && !mayWork && found.claimedAt !== null ? (
        <Notice>{t(caseWords.readOnly, { name: found.ownerName })}</Notice>
      ) : null}
    </div>
  )
}
