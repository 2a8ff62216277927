import { Link } from '@remix-run/react'
import { deliveryWords, reasonOf } from '#app/delivery/words.ts'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table } from '#app/ui/table.tsx'

interface Person {
  id: string
  contactId: string | null
  name: string | null
  accountId: string | null
  accountName: string | null
}

/** Who was not reached, by reason; one reason opens its people. */
export function NotSent({
  counts,
  reason,
  list,
  maySeePeople,
}: {
  counts: { reason: string; n: number }[]
  reason: string | null
  list: { people: Person[]; next: string | null } | null
  maySeePeople: boolean
}) {
  const t = useT()
  const format = useFormat()
  if (counts.length === 0) return <p className="text-muted">{t(deliveryWords.nobodyLeftOut)}</p>
  return (
    <div className="flex flex-col gap-4">
      <Table
        caption={t(deliveryWords.skippedTitle)}
        rows={counts}
        rowKey={(row) => row.reason}
        columns={[
          { key: 'reason', head: t(deliveryWords.reason), main: true, cell: (row) => t(reasonOf(row.reason)) },
          {
            key: 'n',
            head: t(deliveryWords.count),
            align: 'right',
            cell: (row) => <span className="tabular-nums">{format.number(row.n)}</span>,
          },
          ...(maySeePeople
            ? [
                {
                  key: 'people',
                  head: t(deliveryWords.person),
                  cell: (row: { reason: string }) => (
                    <Link
                      to={`?reason=${row.reason}#people`}
                      preventScrollReset
                      className="text-accent hover:underline"
                      aria-current={row.reason === reason || undefined}
                    >
                      {t(deliveryWords.showPeople)}
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
      />
      {reason && list && maySeePeople ? (
        <div id="people" className="flex flex-col gap-2">
          <h3 className="font-semibold">{t(reasonOf(reason))}</h3>
          <Table
            caption={t(reasonOf(reason))}
            rows={list.people}
            rowKey={(person) => person.id}
            columns={[
              {
                key: 'name',
                head: t(deliveryWords.person),
                main: true,
                cell: (person) =>
                  person.contactId ? (
                    <Link to={`/contacts/${person.contactId}`} className="hover:text-accent hover:underline">
                      {person.name}
                    </Link>
                  ) : (
                    '–'
                  ),
              },
              {
                key: 'account',
                head: t(deliveryWords.account),
                cell: (person) =>
                  person.accountId ? (
                    <Link to={`/accounts/${person.accountId}`} className="hover:text-accent hover:underline">
                      {person.accountName}
                    </Link>
                  ) : (
                    '–'
                  ),
              },
            ]}
          />
          <Pager shown={list.people.length} next={list.next} />
        </div>
      ) : null}
    </div>
  )
}
