import { Link } from '@remix-run/react'
import type { Overview } from '#app/insights/overview.ts'
import { roleWords as words } from '#app/insights/today-words.ts'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'

interface Line {
  label: string
  n: number
  of: number
  to?: string
  /** Much of it is bad news. */
  bad?: boolean
}

/** What became of unhappy answers: opened, answered, resolved, closed. */
export function LoopFunnel({
  loop,
  days,
  notes,
}: {
  loop: { opened: number; contacted: number; resolved: number; closed: number }
  days: number
  /** What customers say to it, in sentences. */
  notes: string[]
}) {
  const t = useT()
  const of = loop.opened
  const behind = `/cases?scope=any&opened=${days}`
  return (
    <Card title={t(words.loop, { days })}>
      {of === 0 ? (
        <p className="text-muted">{t(words.noCases, { days })}</p>
      ) : (
        <Lines
          caption={t(words.loop, { days })}
          lines={[
            { label: t(words.opened), n: loop.opened, of, to: behind },
            { label: t(words.contacted), n: loop.contacted, of, to: `${behind}&reached=contacted` },
            { label: t(words.resolved), n: loop.resolved, of, to: `${behind}&reached=resolved` },
            { label: t(words.closed), n: loop.closed, of, to: `${behind}&reached=closed` },
          ]}
        />
      )}
      {notes.map((note) => (
        <p key={note} className="text-xs text-muted tabular-nums">
          {note}
        </p>
      ))}
    </Card>
  )
}

/** Whether mail arrives at all. `maySuppress`: whether this reader may see which addresses get none. */
export function DeliveryHealth({
  overview: { sends, window },
  maySuppress,
}: {
  overview: Pick<Overview, 'sends' | 'window'>
  maySuppress: boolean
}) {
  const t = useT()
  const days = window.to - window.from + 1
  const { invited, failed, answered } = sends
  return (
    <Card
      title={t(words.delivery, { days })}
      actions={
        <Link to="/programs" className="text-xs text-accent underline">
          {t(words.programs)}
        </Link>
      }
    >
      {invited === 0 ? (
        <p className="text-muted">{t(words.nothingSent, { days })}</p>
      ) : (
        <Lines
          caption={t(words.delivery, { days })}
          lines={[
            { label: t(words.sent), n: invited, of: invited, to: '/programs' },
            {
              label: t(words.bounced),
              n: failed,
              of: invited,
              bad: true,
              to: maySuppress ? '/settings/suppressions' : '/programs',
            },
            { label: t(words.answered), n: answered, of: invited, to: '/responses' },
          ]}
        />
      )}
    </Card>
  )
}

/** Numbers of one way, each with a bar of its share of the first. */
function Lines({ caption, lines }: { caption: string; lines: Line[] }) {
  const format = useFormat()
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{caption}</caption>
      <tbody>
        {lines.map(({ label, n, of, to, bad }) => (
          <tr key={label}>
            <th scope="row" className="w-28 py-1 pr-2 text-left font-normal text-muted">
              {label}
            </th>
            <td className="w-12 py-1 pr-2 text-right font-semibold whitespace-nowrap tabular-nums">
              {to && n > 0 ? (
                <Link to={to} className="text-accent underline" aria-label={`${label}: ${format.number(n)}`}>
                  {format.number(n)}
                </Link>
              ) : (
                format.number(n)
              )}
            </td>
            <td className="w-12 py-1 pr-2 text-right text-xs whitespace-nowrap text-muted tabular-nums">
              {format.percent(n / of)}
            </td>
            <td aria-hidden className="py-1">
              <svg width="100%" height="12" role="presentation" className="block">
                <rect width="100%" height="12" rx="3" className="fill-[var(--sunken)]" />
                <rect
                  width={`${(n / of) * 100}%`}
                  height="12"
                  rx="3"
                  className={bad ? 'fill-[var(--detractor-mark)]' : 'fill-[var(--accent)]'}
                />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
