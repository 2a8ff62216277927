import { Form, Link, useLocation } from '@remix-run/react'
import { Bookmark, Ellipsis, Users } from 'lucide-react'
import type { Views } from '#app/access/list-views.server.ts'
import { viewWords as words } from '#app/access/view-words.ts'
import { viewQuery } from '#app/access/view-query.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { DropDown } from '#app/ui/drop-down.tsx'
import { Input } from '#app/ui/field.tsx'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

/** The saved views of a list as tabs above it, and the way to keep what is filtered now. */
export function SavedViews({ of: { list, views, mayShare } }: { of: Views }) {
  const t = useT()
  const now = viewQuery(useLocation().search)
  const current = views.find((view) => view.query === now)
  if (views.length === 0 && now === '') return null
  const look = (chosen: boolean) =>
    join(
      'inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 whitespace-nowrap max-sm:min-h-10',
      chosen ? 'border-accent bg-accent-tint font-semibold text-accent' : 'border-line bg-surface hover:border-accent',
    )
  return (
    <nav aria-label={t(words.views)} className="flex flex-wrap items-center gap-1.5">
      <ul className="contents">
        <li>
          <Link to={`/${list}`} aria-current={now === '' ? 'page' : undefined} className={look(now === '')}>
            {t(words.all)}
          </Link>
        </li>
        {views.map((view) => (
          <li key={view.id} className="max-w-full">
            <Link
              to={`/${list}?${view.query}`}
              aria-current={view === current ? 'page' : undefined}
              title={view.own ? undefined : t(words.by, { name: view.ownerName })}
              className={join(look(view === current), 'max-w-full')}
            >
              {view.shared ? <Users aria-hidden size={14} className="shrink-0" /> : null}
              <span className="truncate">{view.name}</span>
            </Link>
          </li>
        ))}
      </ul>
      {current?.own ? <Manage view={current} mayShare={mayShare} /> : null}
      {now !== '' && !current ? <Save list={list} query={now} mayShare={mayShare} /> : null}
    </nav>
  )
}

const summary =
  'inline-flex min-h-8 items-center gap-1.5 rounded-full px-2.5 text-accent hover:bg-accent-tint max-sm:min-h-10'
const panel =
  'absolute top-full left-0 z-30 mt-1 flex w-72 max-w-[calc(100vw-2rem)] flex-col gap-3 rounded-lg border border-line bg-surface p-3 shadow-float'

function Save({ list, query, mayShare }: { list: string; query: string; mayShare: boolean }) {
  const t = useT()
  return (
    <DropDown
      key={query}
      summary={
        <summary className={summary}>
          <Bookmark aria-hidden size={14} />
          {t(words.save)}
        </summary>
      }
    >
      <Form method="post" action="/views" className={panel}>
        <input type="hidden" name="list" value={list} />
        <input type="hidden" name="query" value={query} />
        <Input label={t(words.name)} hint={t(words.nameHint)} name="name" required maxLength={60} />
        {mayShare ? <Checkbox label={t(words.share)} hint={t(words.shareHint)} name="shared" /> : null}
        <Button variant="primary">{t(uiWords.save)}</Button>
      </Form>
    </DropDown>
  )
}

function Manage({ view, mayShare }: { view: Views['views'][number]; mayShare: boolean }) {
  const t = useT()
  const { pathname, search } = useLocation()
  const form = { method: 'post', action: `/views/${view.id}` } as const
  const back = <input type="hidden" name="back" value={pathname + search} />
  return (
    <DropDown
      key={view.id + view.name + String(view.shared)}
      summary={
        <summary className={summary} aria-label={t(words.manage, { name: view.name })}>
          <Ellipsis aria-hidden size={16} />
        </summary>
      }
    >
      <div className={panel}>
        <Form {...form} className="flex items-end gap-2">
          {back}
          <Input
            label={t(words.name)}
            name="name"
            defaultValue={view.name}
            required
            maxLength={60}
            className="min-w-0"
          />
          <Button name="intent" value="rename">
            {t(words.rename)}
          </Button>
        </Form>
        {mayShare || view.shared ? (
          <Form {...form}>
            {back}
            <Button name="intent" value={view.shared ? 'unshare' : 'share'}>
              {t(view.shared ? words.unshare : words.share)}
            </Button>
          </Form>
        ) : null}
        <Form {...form}>
          <input type="hidden" name="back" value={pathname} />
          <Button name="intent" value="delete" variant="danger">
            {t(uiWords.delete)}
          </Button>
        </Form>
      </div>
    </DropDown>
  )
}
