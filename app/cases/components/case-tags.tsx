import { Form, Link, useLocation } from '@remix-run/react'
import { Plus, X } from 'lucide-react'
import { toldTo, type FormOf } from '#app/cases/components/case-form.tsx'
import { manyWords } from '#app/cases/many-words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Disclosure } from '#app/cases/components/disclosure.tsx'
import { Input } from '#app/ui/field.tsx'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'

/** What colleagues call a case; each word leads to the open cases that carry it. */
export function CaseTags({
  tags,
  known,
  mayWork,
  ...of
}: FormOf & { tags: string[]; known: string[]; mayWork: boolean }) {
  const t = useT()
  const { search } = useLocation()
  const action = `/cases/${of.caseId}${search}`
  const busy = useBusy(`/cases/${of.caseId}`)
  if (!mayWork && tags.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {tags.map((tag) => (
        <Form
          key={tag}
          method="post"
          action={action}
          preventScrollReset
          className="inline-flex items-center rounded bg-sunken pl-2 text-xs"
        >
          <input type="hidden" name="intent" value="untag" />
          <input type="hidden" name="tag" value={tag} />
          <Link
            to={`/cases?${new URLSearchParams({ scope: 'all', tag }).toString()}`}
            className={join('hover:text-accent', !mayWork && 'py-1 pr-2')}
          >
            {tag}
          </Link>
          {mayWork ? (
            <button
              aria-label={t(manyWords.removeTag, { tag })}
              className="flex size-6 items-center justify-center text-muted hover:text-ink"
            >
              <X aria-hidden size={12} />
            </button>
          ) : null}
        </Form>
      ))}
      {mayWork ? (
        <Disclosure summary={t(manyWords.addTag)} open={of.told?.intent === 'tag'} keys="t">
          <Form key={tags.length} method="post" action={action} preventScrollReset className="flex items-end gap-2">
            <input type="hidden" name="intent" value="tag" />
            <Input
              label={t(manyWords.tag)}
              {...toldTo(of.told, 'tag')('tag')}
              required
              maxLength={40}
              list="case-tags"
              autoComplete="off"
            />
            <datalist id="case-tags">
              {known.map((tag) => (
                <option key={tag} value={tag} />
              ))}
            </datalist>
            <Button icon={Plus} busy={busy}>
              {t(manyWords.addTag)}
            </Button>
          </Form>
        </Disclosure>
      ) : null}
    </div>
  )
}
