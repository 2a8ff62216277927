import { Link } from '@remix-run/react'
import { useFormat } from '#app/ui/locale.tsx'

interface CountBar {
  key: string
  label: string
  n: number
  /** Drawn against this. */
  of: number
  to: string
  /** Bad news. */
  bad?: boolean
}

/** A number a row with its bar; each number opens what it counts. */
export function CountBars({ caption, rows }: { caption: string; rows: CountBar[] }) {
  const format = useFormat()
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{caption}</caption>
      <tbody>
        {rows.map(({ key, label, n, of, to, bad }) => (
          <tr key={key}>
            <th scope="row" className="w-1/2 py-1 pr-3 text-left font-normal text-muted">
              {label}
            </th>
            <td className="w-14 py-1 pr-2 text-right font-semibold whitespace-nowrap tabular-nums">
              <CountLink n={n} to={to} label={`${label}: ${format.number(n)}`} />
            </td>
            <td aria-hidden className="py-1">
              <Bar share={of === 0 ? 0 : n / of} bad={bad} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A number that opens the cases it counts; none opens nothing. */
export function CountLink({ n, to, label }: { n: number; to: string; label?: string }) {
  const format = useFormat()
  if (n === 0) return <span className="font-normal text-muted">0</span>
  return (
    <Link to={to} aria-label={label} className="text-accent underline">
      {format.number(n)}
    </Link>
  )
}

/** `share` of the whole width, 0 to 1. */
function Bar({ share, bad = false }: { share: number; bad?: boolean }) {
  return (
    <svg width="100%" height="12" role="presentation" className="block">
      <rect width="100%" height="12" rx="3" className="fill-[var(--sunken)]" />
      <rect
        width={`${share * 100}%`}
        height="12"
        rx="3"
        className={bad ? 'fill-[var(--detractor-mark)]' : 'fill-[var(--accent)]'}
      />
    </svg>
  )
}
