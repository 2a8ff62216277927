import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { linear, path, runs } from '#app/ui/chart-scale.ts'
import { ChartTable } from '#app/ui/chart-table.tsx'
import { join } from '#app/ui/join.ts'

export interface LinePoint {
  key: string
  /** Under the axis. */
  label: string
  /** Null is a gap. */
  value: number | null
  low?: number | null
  high?: number | null
  /** The value in words, for the point's title. */
  title: string
  /** Where the answers behind it are; the mark links there. */
  to?: string
}

export interface LineChartProps {
  /** What is shown, in one sentence. */
  title: string
  points: LinePoint[]
  /** Ends of the value axis, and where its lines stand. */
  min: number
  max: number
  ticks: number[]
  /** Drawn stronger: 0 for NPS. */
  zero?: number
  /** What was aimed at: a dashed line with its words. */
  goal?: { value: number; label: string }
  format: (value: number) => string
  table: { heads: string[]; rows: { key: string; cells: ReactNode[] }[] }
}

/** A value over time: line, interval as a band, gaps as gaps, and the same numbers as a table. */
export function LineChart(props: LineChartProps) {
  return (
    <div className="flex flex-col gap-2">
      {/* Drawn twice: a wide drawing shrunk to a phone would shrink its letters too. */}
      <Drawing {...props} width={720} every={1} className="max-sm:hidden" />
      <Drawing {...props} width={340} every={3} className="sm:hidden" />
      <ChartTable caption={props.title} {...props.table} />
    </div>
  )
}

const height = 220

interface DrawingProps extends LineChartProps {
  width: number
  /** Which points are labelled, counted from the last. */
  every: number
  className: string
}

function Drawing({ title, points, min, max, ticks, zero, goal, format, width, every, className }: DrawingProps) {
  const plot = { left: 40, right: width - 8, top: 14, bottom: height - 26 }
  const x = linear(0, Math.max(1, points.length - 1), plot.left + 14, plot.right - 20)
  const y = linear(min, max, plot.bottom, plot.top)
  const placed = points.map((point, i) => ({ ...point, x: points.length === 1 ? (plot.left + plot.right) / 2 : x(i) }))
  const lines = runs(placed, (point) => point.value !== null)
  const bands = runs(placed, (point) => point.low != null && point.high != null)
  const last = placed.findLast((point) => point.value !== null)
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role={points.some((point) => point.to) ? 'group' : 'img'}
      aria-label={title}
      className={join('h-auto w-full min-w-0 overflow-visible text-xs', className)}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={plot.left}
            x2={plot.right}
            y1={y(tick)}
            y2={y(tick)}
            className={tick === zero ? 'stroke-control' : 'stroke-line'}
            strokeWidth={1}
          />
          <text x={plot.left - 6} y={y(tick)} dy="0.35em" textAnchor="end" className="fill-muted tabular-nums">
            {format(tick)}
          </text>
        </g>
      ))}
      {goal ? (
        <g>
          <line
            x1={plot.left}
            x2={plot.right}
            y1={y(goal.value)}
            y2={y(goal.value)}
            className="stroke-promoter"
            strokeWidth={1.5}
            strokeDasharray="5 4"
          />
          <text x={plot.left + 4} y={y(goal.value) - 5} className="fill-promoter">
            {goal.label}
          </text>
        </g>
      ) : null}
      {bands.map((band) => (
        <path
          key={band[0]!.key}
          d={`${path(band.map((p) => [p.x, y(p.high!)]))}L${path(band.toReversed().map((p) => [p.x, y(p.low!)])).slice(1)}Z`}
          className="fill-accent"
          fillOpacity={0.14}
        />
      ))}
      {/* A value that stands alone has no band: its interval is a bar. */}
      {bands
        .filter((band) => band.length === 1)
        .map(([alone]) => (
          <line
            key={alone!.key}
            x1={alone!.x}
            x2={alone!.x}
            y1={y(alone!.high!)}
            y2={y(alone!.low!)}
            className="stroke-accent"
            strokeOpacity={0.3}
            strokeWidth={6}
          />
        ))}
      {lines.map((line) => (
        <path
          key={line[0]!.key}
          d={path(line.map((p) => [p.x, y(p.value!)]))}
          fill="none"
          className="stroke-accent"
          strokeWidth={2}
          strokeLinejoin="round"
        />
      ))}
      {placed.map((point, i) => (
        <g key={point.key}>
          {point.value === null ? null : <Mark point={point} x={point.x} y={y(point.value)} />}
          {(points.length - 1 - i) % every === 0 ? (
            <text x={point.x} y={height - 8} textAnchor="middle" className="fill-muted">
              {point.label}
            </text>
          ) : null}
        </g>
      ))}
      {last && last.value !== null ? (
        <text x={last.x} y={y(last.value) - 10} textAnchor="middle" className="fill-accent font-semibold tabular-nums">
          {format(last.value)}
        </text>
      ) : null}
    </svg>
  )
}

function Mark({ point, x, y }: { point: LinePoint; x: number; y: number }) {
  const circle = (
    <circle cx={x} cy={y} r={3.5} className="fill-surface stroke-accent" strokeWidth={2}>
      <title>{point.title}</title>
    </circle>
  )
  if (!point.to) return circle
  return (
    <Link to={point.to} aria-label={point.title}>
      {circle}
      <circle cx={x} cy={y} r={14} fillOpacity={0} />
    </Link>
  )
}
