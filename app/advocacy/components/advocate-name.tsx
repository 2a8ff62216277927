import { Link } from '@remix-run/react'

interface Named {
  contactId: string
  person: string
  title: string | null
  accountId: string | null
  account: string | null
}

/** Who it is, and where they work: the head of a row, by which `j` and `k` move. */
export function AdvocateName({ of }: { of: Named }) {
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      <Link
        to={`/contacts/${of.contactId}`}
        data-row
        className="inline-flex min-h-6 items-center font-semibold hover:text-accent"
      >
        {of.person}
      </Link>
      {of.title ? <span className="text-muted">{of.title}</span> : null}
      {of.accountId && of.account ? (
        <Link
          to={`/accounts/${of.accountId}`}
          className="inline-flex min-h-6 items-center text-muted hover:text-accent"
        >
          {of.account}
        </Link>
      ) : null}
    </p>
  )
}
