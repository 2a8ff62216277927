import { Link } from '@remix-run/react'
import { Recipients, type Recipient } from '#app/delivery/components/recipients.tsx'
import { deliveryWords, reasonOf } from '#app/delivery/words.ts'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Table } from '#app/ui/table.tsx'

/** Who was not reached, by reason; one reason opens its people. */
export function NotSent({
  counts,
  reason,
  list,
  maySeePeople,
}: {
  counts: { reason: string; n: number; waiting: number; next: number | null }[]
  reason: string | null
  list: { people: Recipient[]; next: string | null } | null
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
          ...(counts.some((row) => row.waiting > 0)
            ? [
                {
                  key: 'waiting',
                  head: t(deliveryWords.later),
                  cell: (row: { waiting: number; next: number | null }) =>
                    row.waiting === 0 || row.next === null
                      ? '–'
                      : t(deliveryWords.laterFrom, { n: row.waiting, when: format.date(row.next) }),
                },
              ]
            : []),
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
          <Recipients caption={t(reasonOf(reason))} list={list} />
        </div>
      ) : null}
    </div>
  )
}
