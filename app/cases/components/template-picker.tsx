import { useFetcher } from '@remix-run/react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { OfferedTemplates } from '#app/cases/replies/templates-for-case.server.ts'
import { replyWords as words } from '#app/cases/replies/words.ts'
import { fold } from '#app/platform/text.ts'
import { Badge } from '#app/ui/badge.tsx'
import { isComposing } from '#app/ui/control.ts'
import { controlLook } from '#app/ui/field.tsx'
import { join } from '#app/ui/join.ts'
import { languageName } from '#app/ui/language-names.ts'
import { useLocale, useT } from '#app/ui/locale.tsx'

export type Offered = OfferedTemplates['templates'][number]

interface Props {
  caseId: string
  /** The person who is written to: their place on the case. */
  person: string | null
  onTake: (template: Offered) => void
  onLeave: () => void
}

/** Templates for this case and person, those that fit first: type to search, arrows choose, Enter takes, Escape leaves. */
export function TemplatePicker({ caseId, person, onTake, onLeave }: Props) {
  const t = useT()
  const locale = useLocale()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { load, data, state } = useFetcher<OfferedTemplates>()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [began, setBegan] = useState(false)
  // Enter before the list is there takes the first as soon as it is.
  const [eager, setEager] = useState(false)
  useEffect(() => {
    input.current?.focus()
    load(`/cases/${caseId}/templates${person ? `?person=${encodeURIComponent(person)}` : ''}`)
  }, [caseId, person, load])
  useEffect(() => {
    if (state !== 'idle') setBegan(true)
  }, [state])
  const key = fold(typed)
  const found = (data?.templates ?? []).filter(({ name, topic, body }) =>
    fold([name, topic?.[locale] ?? '', body].join(' ')).includes(key),
  )
  const chosen = Math.min(at, found.length - 1)
  const first = found[chosen]
  useEffect(() => {
    if (!eager || !data) return
    setEager(false)
    if (first) onTake(first)
  }, [eager, data, first, onTake])

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event)) return
    if (event.key === 'ArrowDown' && found.length) setAt((chosen + 1) % found.length)
    else if (event.key === 'ArrowUp' && found.length) setAt((chosen + found.length - 1) % found.length)
    else if (event.key === 'Escape') onLeave()
    else if (event.key === 'Enter') {
      if (first) onTake(first)
      else if (!data) setEager(true)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, chosen])

  const said =
    !data && began && state === 'idle'
      ? t(words.failed)
      : !data
        ? t(words.loading)
        : data.templates.length === 0
          ? t(words.none)
          : found.length === 0
            ? t(words.nothing)
            : null
  return (
    <div className="flex flex-col gap-2 rounded border border-line bg-sunken p-2">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={t(words.search)}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={first ? `${id}-${chosen}` : undefined}
        autoComplete="off"
        placeholder={t(words.search)}
        maxLength={100}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        className={join(controlLook, 'min-h-9')}
      />
      <p role="status" className={join('text-xs text-muted', said === null && 'sr-only')}>
        {said}
      </p>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t(words.offered)}
        className="flex max-h-72 flex-col overflow-y-auto"
      >
        {found.map((one, i) => (
          <div
            key={one.id}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === chosen}
            // Before the search loses the focus.
            onPointerDown={(event) => {
              event.preventDefault()
              onTake(one)
            }}
            className={join(
              'flex shrink-0 cursor-pointer flex-col gap-0.5 rounded px-2.5 py-1.5',
              i === chosen ? 'bg-accent-tint text-accent' : 'hover:bg-surface',
            )}
          >
            <span className="flex flex-wrap items-center gap-x-2">
              <span lang={one.language} className="font-medium">
                {one.name}
              </span>
              {one.fits ? <Badge tone="accent">{t(words.fits)}</Badge> : null}
              <span className="text-xs text-muted">
                {[one.topic?.[locale], one.language === data!.language ? null : languageName(t, one.language)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span lang={one.language} className="line-clamp-2 text-xs text-muted">
              {one.body}
            </span>
          </div>
        ))}
      </div>
    </div>
  )
}
