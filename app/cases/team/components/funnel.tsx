import { Link } from '@remix-run/react'
import { CountLink } from '#app/cases/team/components/count-bars.tsx'
import type { FunnelMonth } from '#app/cases/team/count-funnel.server.ts'
import { casesBehind, funnelSteps, type FunnelStep } from '#app/cases/team/team-view.ts'
import { stepWords, teamWords as words } from '#app/cases/team/words.ts'
import { isoOfMonth } from '#app/platform/day.ts'
import { Card } from '#app/ui/card.tsx'
import { ChartTable } from '#app/ui/chart-table.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'

const size = { width: 300, height: 150, top: 18, bottom: 128 }
/** Above this the numbers over the columns would run into each other: they stand in the table. */
const mostWritten = 999

/** The step's cases of a month, in the queue. */
const behind = (month: number, step: FunnelStep, teamId: string | null) =>
  casesBehind({
    scope: 'any',
    month: isoOfMonth(month),
    reached: step === 'opened' ? null : step,
    team: teamId,
  })

/** A picture of twelve columns for each step, all on one scale; every column opens the cases behind it. */
export function Funnel({ funnel, teamId }: { funnel: FunnelMonth[]; teamId: string | null }) {
  const t = useT()
  const format = useFormat()
  const top = Math.max(...funnel.map((month) => month.opened))
  const sum = (step: FunnelStep) => funnel.reduce((all, month) => all + month[step], 0)
  return (
    <Card title={t(words.funnel)}>
      {top === 0 ? (
        <p className="text-muted">{t(words.funnelNone)}</p>
      ) : (
        <>
          <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
            {funnelSteps.map((step) => (
              <div key={step} className="flex max-w-sm min-w-0 flex-col gap-1">
                <p className="flex justify-between gap-2 text-sm">
                  <span className="font-medium">{t(stepWords[step])}</span>
                  <span className="text-muted tabular-nums">{t(words.allOf, { n: sum(step) })}</span>
                </p>
                <Columns step={step} funnel={funnel} top={top} teamId={teamId} />
              </div>
            ))}
          </div>
          <ChartTable
            caption={t(words.funnel)}
            heads={[t(words.month), ...funnelSteps.map((step) => t(stepWords[step]))]}
            rows={[
              ...funnel.map((row) => ({
                key: String(row.month),
                cells: [
                  format.month(row.month),
                  ...funnelSteps.map((step) => (
                    <CountLink key={step} n={row[step]} to={behind(row.month, step, teamId)} />
                  )),
                ],
              })),
              { key: 'all', cells: [t(words.twelve), ...funnelSteps.map((step) => format.number(sum(step)))] },
            ]}
          />
        </>
      )}
      <p className="max-w-prose text-xs text-muted">{t(words.funnelNote)}</p>
    </Card>
  )
}

interface ColumnsProps {
  step: FunnelStep
  funnel: FunnelMonth[]
  /** The largest number of the whole picture. */
  top: number
  teamId: string | null
}

function Columns({ step, funnel, top, teamId }: ColumnsProps) {
  const t = useT()
  const format = useFormat()
  const wide = size.width / funnel.length
  const high = size.bottom - size.top
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="group"
      aria-label={`${t(words.funnel)}: ${t(stepWords[step])}`}
      className="h-auto w-full text-[10px]"
    >
      <line x1={0} x2={size.width} y1={size.bottom} y2={size.bottom} className="stroke-line" strokeWidth={1} />
      {funnel.map((row, i) => {
        const n = row[step]
        const [x, tall] = [i * wide, n === 0 ? 0 : Math.max(1, (n / top) * high)]
        const title = t(words.bar, { step: t(stepWords[step]), month: format.month(row.month), n })
        const column = (
          <>
            <rect x={x} y={0} width={wide} height={size.bottom} fillOpacity={0} />
            <rect x={x + 3} y={size.bottom - tall} width={wide - 6} height={tall} rx={2} className="fill-accent">
              <title>{title}</title>
            </rect>
            {n > 0 && top <= mostWritten ? (
              <text x={x + wide / 2} y={size.bottom - tall - 4} textAnchor="middle" className="fill-ink tabular-nums">
                {format.number(n)}
              </text>
            ) : null}
          </>
        )
        return (
          <g key={row.month}>
            {n === 0 ? (
              <title>{title}</title>
            ) : (
              <Link to={behind(row.month, step, teamId)} aria-label={title}>
                {column}
              </Link>
            )}
            {(funnel.length - 1 - i) % 3 === 0 ? (
              <text x={x + wide / 2} y={size.height - 6} textAnchor="middle" className="fill-muted">
                {format.shortMonth(row.month)}
              </text>
            ) : null}
          </g>
        )
      })}
    </svg>
  )
}
