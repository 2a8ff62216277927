import { Link } from '@remix-run/react'
import { Plus, X } from 'lucide-react'
import { CaseForm, toldTo, type FormOf } from '#app/cases/components/case-form.tsx'
import { tagList } from '#app/cases/components/change-many.tsx'
import { manyWords } from '#app/cases/many-words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Disclosure } from '#app/cases/components/disclosure.tsx'
import { Input } from '#app/ui/field.tsx'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'

/** What colleagues call a case; each word leads to the open cases that carry it. */
export function CaseTags({ tags, mayWork, ...of }: FormOf & { tags: string[]; mayWork: boolean }) {
  const t = useT()
  const busy = useBusy(`/cases/${of.caseId}`)
  if (!mayWork && tags.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {tags.map((tag) => (
        <CaseForm key={tag} of={of} intent="untag">
          <input type="hidden" name="tag" value={tag} />
          <span className="inline-flex items-center rounded bg-sunken pl-2 text-xs">
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
          </span>
        </CaseForm>
      ))}
      {mayWork ? (
        <Disclosure summary={t(manyWords.addTag)} open={of.told?.intent === 'tag'} keys="t">
          <CaseForm key={tags.length} of={of} intent="tag">
            <div className="flex items-end gap-2">
              <Input
                label={t(manyWords.tag)}
                {...toldTo(of.told, 'tag')('tag')}
                required
                maxLength={40}
                list={tagList}
                autoComplete="off"
              />
              <Button icon={Plus} busy={busy}>
                {t(manyWords.addTag)}
              </Button>
            </div>
          </CaseForm>
        </Disclosure>
      ) : null}
    </div>
  )
}
