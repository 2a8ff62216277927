import { Link } from '@remix-run/react'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { sharesOf } from '#app/advocacy/report/components/report-text.ts'
import type { Report } from '#app/advocacy/report/get-report.server.ts'
import { behind } from '#app/advocacy/report/report-view.ts'
import { bandWords, reportWords as words } from '#app/advocacy/report/words.ts'
import { CountBars } from '#app/cases/team/components/count-bars.tsx'
import { mostOnTab } from '#app/platform/counted.ts'
import { fewestToCompare } from '#app/statistics/interval.ts'
import { rateOf } from '#app/statistics/rates.ts'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { Stat } from '#app/ui/stat.tsx'

/** Whether the bench is worn out or fresh. */
export function Bench(shown: Pick<Report, 'top' | 'acceptance' | 'askable' | 'idle' | 'period'>) {
  const t = useT()
  return (
    <Section title={t(words.bench)}>
      <div className="grid gap-4 lg:grid-cols-2">
        <Idle {...shown} />
        <Askable {...shown} />
        <TopFive {...shown} />
        <Accepting {...shown} />
      </div>
    </Section>
  )
}

function Idle({ idle, period }: Pick<Report, 'idle' | 'period'>) {
  const t = useT()
  const of = Math.max(0, ...idle.map(({ n }) => n))
  return (
    <Card title={t(words.idle)}>
      <CountBars
        caption={t(words.idle)}
        rows={idle.map(({ band, n }) => ({
          key: band,
          label: t(bandWords[band]),
          n,
          of,
          to: behind(period.query, 'idle', { band }),
        }))}
      />
      <p className="max-w-prose text-xs text-muted">{t(words.idleNote)}</p>
      <Link to="/asks/who" className="inline-flex min-h-6 items-center self-start text-sm text-accent underline">
        {t(words.askThem)}
      </Link>
    </Card>
  )
}

function Askable({ askable }: Pick<Report, 'askable'>) {
  const t = useT()
  const format = useFormat()
  const of = Math.max(1, ...askable.map(({ n }) => n))
  return (
    <Card title={t(words.askable)}>
      <ul className="flex flex-col gap-1.5 text-sm">
        {askable.map(({ kind, n }) => (
          <li key={kind} className="grid grid-cols-[1fr_4rem_6rem] items-center gap-2">
            <span className="text-muted">{t(askKindNames[kind])}</span>
            <Link
              to={`/asks/who?kind=${kind}`}
              aria-label={`${t(askKindNames[kind])}: ${format.upTo(n, mostOnTab)}`}
              className="text-right font-semibold text-accent tabular-nums underline"
            >
              {format.upTo(n, mostOnTab)}
            </Link>
            <svg viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden className="h-3 w-full rounded">
              <rect width={100} height={3} className="fill-sunken" />
              <rect width={(n / of) * 100} height={3} className="fill-accent" />
            </svg>
          </li>
        ))}
      </ul>
      <p className="max-w-prose text-xs text-muted">{t(words.askableNote)}</p>
    </Card>
  )
}

function TopFive({ top }: Pick<Report, 'top'>) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t(words.topFive)}>
      {top.of === 0 ? (
        <p className="text-muted">{t(words.noAsks)}</p>
      ) : (
        <>
          <Stat
            label={t(words.topFiveNote, { theirs: format.number(top.theirs), of: format.number(top.of) })}
            value={t(words.topFiveShare, { share: format.percent(top.theirs / top.of) })}
          />
          <ol className="flex flex-col divide-y divide-line text-sm">
            {top.people.map(({ contactId, name, n }) => (
              <li key={contactId} className="flex justify-between gap-3 py-1.5">
                <Link to={`/contacts/${contactId}`} className="min-w-0 truncate hover:text-accent">
                  <bdi>{name}</bdi>
                </Link>
                <span className="whitespace-nowrap text-muted tabular-nums">{t(words.times, { n })}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </Card>
  )
}

function Accepting({ acceptance: { current, previous, difference } }: Pick<Report, 'acceptance'>) {
  const t = useT()
  const format = useFormat()
  const rate = rateOf(current.accepted, current.asked)
  const before = rateOf(previous.accepted, previous.asked)
  if (!rate)
    return (
      <Card title={t(words.accepting)}>
        <p className="text-muted">{t(words.noAsks)}</p>
      </Card>
    )
  const points = difference && Math.round(difference.value * 100)
  return (
    <Card title={t(words.accepting)}>
      <Stat
        label={t(words.acceptance)}
        value={format.percent(rate.value)}
        detail={t(words.peopleOf, {
          ...sharesOf(format, rate),
          hits: format.number(current.accepted),
          n: format.number(current.asked),
        })}
        note={
          before ? t(words.beforeThat, { share: format.percent(before.value), n: format.number(previous.asked) }) : null
        }
      />
      <p className="text-sm text-muted tabular-nums">
        {difference && points !== null
          ? t(words.change, {
              points: `${points > 0 ? '+' : points < 0 ? '−' : ''}${format.number(Math.abs(points))}`,
              p: format.number(difference.p, 2),
              what: t(difference.p < 0.05 ? words.real : words.noise),
            })
          : t(words.tooFew, { n: fewestToCompare })}
      </p>
    </Card>
  )
}
