import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Search } from 'lucide-react'
import { findAnything } from '#app/insights/find-anything.server.ts'
import { SearchNotes } from '#app/responses/components/search-notes.tsx'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Input } from '#app/ui/field.tsx'
import { FoundGroups } from '#app/ui/found-groups.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { searchWords as words } from '#app/ui/search-words.ts'

export const handle = { access: 'today.read', title: words.search }

/** The page, and with script what the search over every page asks for. */
export const loader = ({ request, context: { ctx, locale } }: LoaderFunctionArgs) =>
  findAnything(ctx, new URL(request.url).searchParams.get('q'), locale)

export default function SearchPage() {
  const { q, groups, partial, search } = useLoaderData<typeof loader>()
  const t = useT()
  const found = groups.reduce((sum, group) => sum + group.items.length, 0)
  return (
    <Page title={t(words.search)} lead={q ? t(words.count, { n: found }) : t(words.start)} narrow>
      <search>
        <form method="get" className="flex items-end gap-2">
          <Input
            label={t(words.label)}
            name="q"
            type="search"
            maxLength={100}
            defaultValue={q}
            key={q}
            className="min-w-0 flex-1"
          />
          <Button variant="primary" icon={Search}>
            {t(words.search)}
          </Button>
        </form>
      </search>
      {q ? <SearchNotes state={search} lookedTo={null} next={null} /> : null}
      {partial ? <p className="text-xs text-muted">{t(words.olderComments)}</p> : null}
      {groups.length === 0 ? (
        <Empty icon={Search} title={t(words.nothing, { q })}>
          {t(words.nothingHint)}
        </Empty>
      ) : (
        <FoundGroups groups={groups} />
      )}
    </Page>
  )
}
