import { Form, Link, useLocation } from '@remix-run/react'
import { ArrowRight, Building2, Inbox, Megaphone, MessageSquareQuote, User, type LucideIcon } from 'lucide-react'
import { kindWords, type FoundGroup, type FoundItem, type FoundKind } from '#app/ui/found.ts'
import { useT } from '#app/ui/locale.tsx'
import { searchWords as words } from '#app/ui/search-words.ts'

export const foundIcons: Record<FoundKind, LucideIcon> = {
  action: ArrowRight,
  person: User,
  account: Building2,
  case: Inbox,
  program: Megaphone,
  comment: MessageSquareQuote,
}

const row = 'flex min-h-11 w-full items-center gap-3 px-3 py-2 text-left hover:bg-sunken'

/** What a search found, as a page: every row is a link or a form, so all of it works without script. */
export function FoundGroups({ groups }: { groups: FoundGroup[] }) {
  const t = useT()
  return groups.map((group) => (
    <section key={group.kind} className="flex flex-col gap-2">
      <div className="flex items-baseline justify-between gap-2">
        <h2 className="text-sm font-semibold text-muted">{t(kindWords[group.kind])}</h2>
        {group.more ? (
          <Link to={group.more} className="text-xs text-accent underline">
            {t(words.more)}
            <span className="sr-only">: {t(kindWords[group.kind])}</span>
          </Link>
        ) : null}
      </div>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {group.items.map((item) => (
          <li key={item.id}>{item.post ? <Act item={item} /> : <Place item={item} />}</li>
        ))}
      </ul>
    </section>
  ))
}

function Place({ item }: { item: FoundItem }) {
  return (
    <Link to={item.to} className={row}>
      <FoundLine item={item} />
    </Link>
  )
}

function Act({ item }: { item: FoundItem }) {
  const { pathname, search } = useLocation()
  return (
    <Form method="post" action={item.to} reloadDocument>
      <input type="hidden" name="back" value={pathname + search} />
      {Object.entries(item.post ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={row}>
        <FoundLine item={item} />
      </button>
    </Form>
  )
}

/** Sign, name and what tells it from others; of a comment the words that were looked for stand out. */
export function FoundLine({ item }: { item: FoundItem }) {
  const Icon = foundIcons[item.kind]
  return (
    <>
      <Icon aria-hidden size={16} className="shrink-0 text-faint" />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className={item.quote ? 'line-clamp-2 text-ink' : 'truncate font-medium text-ink'}>
          {item.quote ? (
            <>
              {item.quote.before}
              <mark className="rounded-sm bg-accent-tint font-semibold text-accent">{item.quote.match}</mark>
              {item.quote.after}
            </>
          ) : (
            item.title
          )}
        </span>
        {item.detail ? <span className="truncate text-xs text-muted">{item.detail}</span> : null}
      </span>
    </>
  )
}
