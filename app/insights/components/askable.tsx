import { Link } from '@remix-run/react'
import { AdvocateCard } from '#app/advocacy/components/advocate-card.tsx'
import type { ListedAdvocate } from '#app/advocacy/list-advocates.server.ts'
import { roleWords as words } from '#app/insights/today-words.ts'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Count } from '#app/ui/stat.tsx'

/** What a marketer begins the day with: who likes us and may be asked, with the words that say so. */
export function Askable({
  counts,
  most,
  people,
  editable,
  tasks,
}: {
  counts: { candidate: number; active: number }
  /** Counting ended there. */
  most: number
  people: ListedAdvocate[]
  editable: boolean
  /** What waits for the reader. */
  tasks: number
}) {
  const t = useT()
  const format = useFormat()
  const number = (n: number) => (n < most ? format.number(n) : t(words.atMost, { n: format.number(most) }))
  const items = [
    { label: t(words.advocacyTasks), n: tasks, to: '/asks/tasks' },
    { label: t(words.candidates), n: counts.candidate, to: '/advocates?state=candidate' },
    { label: t(words.active), n: counts.active, to: '/advocates?state=active' },
  ]
  return (
    <Card
      title={t(words.ask)}
      actions={
        <Link to="/advocates" className="text-xs text-accent underline">
          {t(words.allCandidates)}
        </Link>
      }
    >
      <ul className="grid max-w-lg grid-cols-3 gap-2">
        {items.map(({ label, n, to }) => (
          <li key={to}>
            <Count
              label={label}
              value={number(n)}
              link={(content) => (
                <Link to={to} className="block rounded p-2 hover:bg-sunken">
                  {content}
                </Link>
              )}
            />
          </li>
        ))}
      </ul>
      <p className="text-xs text-muted">{t(people.length ? words.askText : words.nobodyToAsk)}</p>
      {people.length ? (
        <ul className="-mx-4 flex flex-col divide-y divide-line">
          {people.map((person) => (
            <AdvocateCard key={person.contactId} of={person} editable={editable} />
          ))}
        </ul>
      ) : null}
    </Card>
  )
}
