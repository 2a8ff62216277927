import { Link } from '@remix-run/react'
import { CircleCheck, CircleSlash } from 'lucide-react'
import type { Explained } from '#app/delivery/explain-contact.server.ts'
import { sayWhy } from '#app/delivery/why.ts'
import { personWords } from '#app/delivery/words.ts'
import { useFormat, useT } from '#app/ui/locale.tsx'

/** For each program whether it would ask now, else the rule that keeps it from it and until when. */
export function Explanations({ explained }: { explained: Explained[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <ul className="divide-y divide-line rounded border border-line bg-surface">
      {explained.map(({ program, now, why }) => (
        <li key={program.id} className="flex items-start gap-2 px-3 py-2">
          {now ? (
            <CircleCheck aria-hidden size={18} className="mt-px shrink-0 text-success" />
          ) : (
            <CircleSlash aria-hidden size={18} className="mt-px shrink-0 text-muted" />
          )}
          <div className="min-w-0">
            <p>
              <Link to={`/programs/${program.id}`} className="font-medium hover:text-accent hover:underline">
                {program.name}
              </Link>
              <span className="text-muted"> · {t(now ? personWords.would : personWords.wouldNot)}</span>
            </p>
            <p className="text-sm text-muted">{sayWhy(t, format.dateTime, why)}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
