import { useFetcher, useLocation, useNavigate } from '@remix-run/react'
import { Search, X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import { isComposing } from '#app/ui/control.ts'
import { useFocusReturn } from '#app/ui/focus-return.ts'
import { FoundLine } from '#app/ui/found-groups.tsx'
import { kindWords, type FoundGroup, type FoundItem } from '#app/ui/found.ts'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'
import { forgetRecent, keepRecent, readRecent } from '#app/ui/recent.ts'
import { searchWords as words } from '#app/ui/search-words.ts'
import { uiWords } from '#app/ui/words.ts'

interface Answer {
  q: string
  groups: FoundGroup[]
  partial: boolean
}

/** Milliseconds without a key before the server is asked. */
const rest = 120

interface Props {
  open: boolean
  onOpenChange(open: boolean): void
  /** Whose recent choices are shown. */
  person: string
}

/** Search over everything, by keyboard: type, ↑ ↓, Enter. What is typed is asked of `/search`; an older question is dropped. */
export function Palette({ open, onOpenChange, person }: Props) {
  const t = useT()
  const focus = useFocusReturn()
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 bg-[var(--shadow)]" />
        <Dialog.Content
          aria-describedby={undefined}
          {...focus}
          className="fixed inset-x-3 top-3 z-50 mx-auto flex max-h-[calc(100dvh-1.5rem)] max-w-2xl flex-col overflow-hidden rounded-lg border border-line bg-surface text-ink shadow-float sm:top-[10dvh] sm:max-h-[75dvh]"
        >
          <Dialog.Title className="sr-only">{t(words.open)}</Dialog.Title>
          <Finder person={person} close={() => onOpenChange(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Finder({ person, close }: { person: string; close(): void }) {
  const t = useT()
  const id = useId()
  const fetcher = useFetcher<Answer>()
  const [text, setText] = useState('')
  const [composing, setComposing] = useState(false)
  const [at, setAt] = useState(0)
  const [recent] = useState(() => readRecent(person))
  const choose = useChoose(person, close)
  const { load } = fetcher
  useEffect(() => {
    if (composing) return
    const timer = setTimeout(() => load(`/search?${new URLSearchParams({ q: text.trim() })}`), text ? rest : 0)
    return () => clearTimeout(timer)
  }, [text, composing, load])
  const answer = fetcher.data
  const asked = text.trim()
  const groups: { key: string; title: string; items: FoundItem[]; more?: string }[] = []
  if (!asked && recent.length) groups.push({ key: 'recent', title: t(words.recent), items: recent.map((item) => ({ ...item, id: `recent:${item.id}` })) }) // prettier-ignore
  if (answer && (asked || answer.q === ''))
    groups.push(...answer.groups.map((group) => ({ ...group, key: group.kind, title: t(kindWords[group.kind]) })))
  const items = groups.flatMap((group) => group.items)
  const current = Math.min(at, items.length - 1)
  const option = (item: FoundItem) => `${id}-${items.indexOf(item)}`

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event)) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && items.length) {
      event.preventDefault()
      setAt((current + step + items.length) % items.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const item = items[current]
      if (item && (!answer || answer.q === asked || !asked)) choose(item)
    }
  }

  const settled = fetcher.state === 'idle' && answer?.q === asked
  return (
    <>
      <div className="flex items-center gap-2 border-b border-line px-3">
        <Search aria-hidden size={18} className="shrink-0 text-faint" />
        <input
          type="text"
          role="combobox"
          aria-label={t(words.label)}
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={items.length ? `${id}-${current}` : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={100}
          placeholder={t(words.placeholder)}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onKeyDown={onKeyDown}
          className="h-12 min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-faint"
        />
        <button
          type="button"
          onClick={close}
          aria-label={t(uiWords.close)}
          className="flex size-9 items-center justify-center rounded text-muted hover:bg-sunken"
        >
          <X aria-hidden size={18} />
        </button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2">
        <div role="listbox" id={`${id}-list`} aria-label={t(words.results)}>
          {groups.map((group) => (
            <div key={group.key} role="group" aria-labelledby={`${id}-${group.key}`}>
              <div id={`${id}-${group.key}`} className="px-2 pt-2 pb-1 text-xs font-semibold text-muted">
                {group.title}
              </div>
              {group.items.map((item) => (
                <div
                  key={item.id}
                  id={option(item)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={items[current] === item}
                  onPointerMove={() => setAt(items.indexOf(item))}
                  ref={items[current] === item ? keepInView : undefined}
                  onMouseDown={(event) => event.preventDefault()} // the field keeps the focus
                  onClick={() => choose(item)}
                  onKeyDown={onKeyDown}
                  className={join(
                    'flex min-h-10 cursor-pointer items-center gap-3 rounded px-2 py-1.5',
                    items[current] === item && 'bg-accent-tint',
                  )}
                >
                  <FoundLine item={item} />
                </div>
              ))}
            </div>
          ))}
        </div>
        {settled && asked && items.length === 0 ? (
          <div className="px-3 py-8 text-center">
            <p className="font-medium">{t(words.nothing, { q: asked })}</p>
            <p className="mt-1 text-muted">{t(words.nothingHint)}</p>
          </div>
        ) : null}
        {settled && answer.partial ? <p className="px-2 py-1 text-xs text-muted">{t(words.olderComments)}</p> : null}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2 border-t border-line px-3 py-2 text-xs text-muted">
        <span className="max-sm:hidden">{t(words.keys)}</span>
        <span role="status">
          {!settled ? t(uiWords.working) : asked ? t(words.count, { n: items.length }) : t(words.start)}
        </span>
      </div>
    </>
  )
}

const keepInView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' })

/** Goes there, or does it; and remembers the choice. */
function useChoose(person: string, close: () => void) {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  return (item: FoundItem) => {
    keepRecent(person, { ...item, id: item.id.replace(/^recent:/, '') })
    if (item.to === '/sign-out') forgetRecent()
    close()
    if (!item.post) return navigate(item.to)
    const form = document.createElement('form')
    form.method = 'post'
    form.action = item.to
    for (const [name, value] of Object.entries({ ...item.post, back: pathname + search })) {
      const input = document.createElement('input')
      Object.assign(input, { type: 'hidden', name, value })
      form.append(input)
    }
    document.body.append(form)
    form.requestSubmit() // the whole document is loaded again: language and theme stand on <html>
  }
}
