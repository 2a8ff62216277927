import { Link } from '@remix-run/react'
import { Building2, User } from 'lucide-react'
import { responseWords } from '#app/responses/words.ts'
import { useT } from '#app/ui/locale.tsx'

interface Named {
  id: string
  name: string
}

/** Customers who are called what was looked for: the search is for words, their answers are one press away. */
export function CustomersNamed({ people, accounts }: { people: Named[]; accounts: Named[] }) {
  const t = useT()
  if (people.length + accounts.length === 0) return null
  const link = 'inline-flex min-h-6 items-center gap-1 rounded-full bg-accent-tint px-2.5 text-accent hover:underline'
  return (
    <div className="flex flex-wrap items-center gap-1.5 text-xs text-muted">
      <span>{t(responseWords.answersOf)}</span>
      {accounts.map((one) => (
        <Link key={one.id} to={`/responses?account=${one.id}`} className={link}>
          <Building2 aria-hidden size={12} />
          {one.name}
        </Link>
      ))}
      {people.map((one) => (
        <Link key={one.id} to={`/responses?contact=${one.id}`} className={link}>
          <User aria-hidden size={12} />
          {one.name}
        </Link>
      ))}
    </div>
  )
}
