import { Link } from '@remix-run/react'
import { useFormat } from '#app/ui/locale.tsx'
import { Count } from '#app/ui/stat.tsx'

export interface CountLink {
  label: string
  n: number
  /** It was counted no further. */
  most?: number
  /** Marked when there are any. */
  late?: boolean
  to: string
}

/** Numbers side by side, each a way to what it counts. */
export function CountLinks({ items, wide }: { items: CountLink[]; wide?: boolean }) {
  const format = useFormat()
  return (
    <ul className={wide ? 'grid grid-cols-2 gap-2 sm:grid-cols-4' : 'grid grid-cols-2 gap-2'}>
      {items.map(({ label, n, most, late, to }) => (
        <li key={to}>
          <Count
            label={label}
            value={most ? format.upTo(n, most) : format.number(n)}
            tone={late && n > 0 ? 'late' : 'plain'}
            link={(content) => (
              <Link to={to} className="block rounded p-2 hover:bg-sunken">
                {content}
              </Link>
            )}
          />
        </li>
      ))}
    </ul>
  )
}
