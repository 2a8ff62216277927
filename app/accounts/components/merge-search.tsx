import { Form, Link } from '@remix-run/react'
import { Search } from 'lucide-react'
import type { Candidate, MergeRequest } from '#app/accounts/merging/merge-view.ts'
import { mergeWords as words } from '#app/accounts/merging/merge-words.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/card.tsx'
import { Input } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'

/** Finds the record that is the same as this one. */
export function MergeSearch({ request }: { request: MergeRequest }) {
  const t = useT()
  const { kind, text, search, missed } = request
  return (
    <>
      {missed ? <Notice tone="warning" title={t(words.gone)} /> : null}
      <Form method="get" role="search" className="flex flex-wrap items-end gap-2">
        <Input
          name="q"
          type="search"
          label={t(kind === 'account' ? words.searchAccount : words.searchContact)}
          defaultValue={text}
          className="min-w-0 flex-1 basis-60"
        />
        <Button icon={Search}>{t(words.search)}</Button>
      </Form>
      {text ? <List title={t(words.found)} request={request} of={search!.found} /> : null}
      {search!.likely.length ? <List title={t(words.likely)} request={request} of={search!.likely} /> : null}
    </>
  )
}

function List({ title, request, of }: { title: string; request: MergeRequest; of: Candidate[] }) {
  const t = useT()
  return (
    <Section title={title}>
      {of.length ? (
        <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
          {of.map((one) => (
            <li key={one.id}>
              <Link
                to={`/${request.kind}s/${request.first.id}/merge?with=${one.id}`}
                className="flex min-h-11 flex-wrap items-center gap-x-3 px-3 py-2 hover:bg-sunken"
              >
                <span className="font-medium text-accent wrap-anywhere">{one.name}</span>
                <span className="text-xs text-muted wrap-anywhere">{one.detail}</span>
                <span className="ml-auto text-xs text-muted">{t(words.compare)}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">{t(words.nothing)}</p>
      )}
    </Section>
  )
}
