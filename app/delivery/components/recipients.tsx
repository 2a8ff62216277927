import { Link } from '@remix-run/react'
import { deliveryWords } from '#app/delivery/words.ts'
import { useT } from '#app/ui/locale.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table } from '#app/ui/table.tsx'

export interface Recipient {
  id: string
  contactId: string | null
  name: string | null
  accountId: string | null
  accountName: string | null
}

/** People of a wave with their companies. */
export function Recipients({ caption, list }: { caption: string; list: { people: Recipient[]; next: string | null } }) {
  const t = useT()
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
        ]}
      />
      <Pager shown={list.people.length} next={list.next} />
    </>
  )
}
