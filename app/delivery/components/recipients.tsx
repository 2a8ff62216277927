import { Link } from '@remix-run/react'
import { vetoWords } from '#app/delivery/schedule-words.ts'
import { sayWhy, type Why } from '#app/delivery/why.ts'
import { deliveryWords } from '#app/delivery/words.ts'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Pager } from '#app/ui/pager.tsx'
import type { VetoReason } from '#db/enums/delivery.ts'
import { Table } from '#app/ui/table.tsx'

export interface Recipient {
  id: string
  contactId: string | null
  name: string | null
  accountId: string | null
  accountName: string | null
  /** Why the owner of the account left them out, if so. */
  veto?: VetoReason | null
  note?: string | null
  chosenBy?: string | null
  /** Why they were not asked, or not yet. */
  why?: Why
}

/** People of a wave with their companies. */
export function Recipients({ caption, list }: { caption: string; list: { people: Recipient[]; next: string | null } }) {
  const t = useT()
  const format = useFormat()
  const why = (person: Recipient) =>
    person.veto
      ? [t(vetoWords[person.veto]), person.note, person.chosenBy].filter(Boolean).join(' · ')
      : person.why && sayWhy(t, format.dateTime, person.why)
  const link = (to: string, text: string | null) => (
    <Link to={to} className="hover:text-accent hover:underline">
      {text}
    </Link>
  )
  return (
    <>
      <Table
        caption={caption}
        rows={list.people}
        rowKey={(person) => person.id}
        columns={[
          {
            key: 'name',
            head: t(deliveryWords.person),
            main: true,
            cell: (person) => (person.contactId ? link(`/contacts/${person.contactId}`, person.name) : '–'),
          },
          {
            key: 'account',
            head: t(deliveryWords.account),
            cell: (person) => (person.accountId ? link(`/accounts/${person.accountId}`, person.accountName) : '–'),
          },
          ...(list.people.some((person) => person.veto || person.why)
            ? [{ key: 'why', head: t(deliveryWords.reason), cell: why }]
            : []),
        ]}
      />
      <Pager shown={list.people.length} next={list.next} />
    </>
  )
}
