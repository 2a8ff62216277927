import { Form } from '@remix-run/react'
import { Trash2 } from 'lucide-react'
import { absenceWords as words } from '#app/access/absences/absence-words.ts'
import type { ListedAbsences } from '#app/access/absences/list-absences.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, useBusy } from '#app/ui/button.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'

/** Absences with who stands in. `removable`: with a button each, for the page that takes them. */
export function AbsenceList({ absences, removable }: Pick<ListedAbsences, 'absences'> & { removable: boolean }) {
  const t = useT()
  const format = useFormat()
  const busy = useBusy()
  return (
    <ul className="divide-y divide-line">
      {absences.map(({ id, fromDay, toDay, standIn, standInLeft, now }) => {
        const from = format.day(fromDay)
        return (
          <li key={id} className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 py-1">
            <span className="tabular-nums">
              {fromDay === toDay ? from : t(words.span, { from, to: format.day(toDay) })}
            </span>
            <span className={standInLeft || standIn === null ? 'text-warning' : 'text-muted'}>
              {standIn === null
                ? t(words.withNobody)
                : t(standInLeft ? words.standInLeft : words.withStandIn, { name: standIn })}
            </span>
            {now ? <Badge tone="info">{t(words.now)}</Badge> : null}
            {removable ? (
              <Form method="post" className="ml-auto">
                <input type="hidden" name="absenceId" value={id} />
                <Button
                  name="intent"
                  value="remove"
                  variant="quiet"
                  size="sm"
                  icon={Trash2}
                  busy={busy}
                  aria-label={t(words.removeOf, { from })}
                />
              </Form>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
