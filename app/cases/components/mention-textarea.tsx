import { useId, useRef, useState, type ComponentProps, type KeyboardEvent } from 'react'
import { nameBegun, offered } from '#app/cases/notices/mentions.ts'
import { queueWords } from '#app/cases/queue-words.ts'
import { isComposing } from '#app/ui/control.ts'
import { Textarea } from '#app/ui/field.tsx'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'

interface Colleague {
  id: string
  name: string
}

/**
 * A text in which `@` offers colleagues: arrows choose, Enter or Tab takes, Escape leaves it. Without script, or by who
 * types on, the whole name does the same: the server reads it from the text.
 */
export function MentionTextarea({
  colleagues,
  ...props
}: { colleagues: readonly Colleague[] } & ComponentProps<typeof Textarea>) {
  const t = useT()
  const list = useId()
  const text = useRef<HTMLTextAreaElement | null>(null)
  const [begun, setBegun] = useState<{ from: number; typed: string } | null>(null)
  const [at, setAt] = useState(0)
  const found = begun ? offered(colleagues, begun.typed) : []
  const chosen = Math.min(at, found.length - 1)
  const isOpen = found.length > 0

  function look(element: HTMLTextAreaElement) {
    text.current = element
    const { selectionStart: caret, selectionEnd } = element
    setBegun(caret === selectionEnd ? nameBegun(element.value.slice(0, caret)) : null)
    setAt(0)
  }
  function take({ name }: Colleague) {
    const element = text.current
    if (!element || !begun) return
    element.setRangeText(`${name} `, begun.from, element.selectionStart, 'end')
    setBegun(null)
    element.focus()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (!isOpen || isComposing(event)) return
    const { key } = event
    if (key === 'ArrowDown') setAt((chosen + 1) % found.length)
    else if (key === 'ArrowUp') setAt((chosen + found.length - 1) % found.length)
    else if (key === 'Escape') setBegun(null)
    else if ((key === 'Enter' || key === 'Tab') && !event.ctrlKey && !event.metaKey && !event.shiftKey)
      take(found[chosen]!)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="relative" onKeyDownCapture={onKeyDown} onBlur={() => setBegun(null)}>
      <Textarea
        {...props}
        onInput={(event) => look(event.currentTarget)}
        onClick={(event) => look(event.currentTarget)}
        aria-autocomplete="list"
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen ? `${list}-${chosen}` : undefined}
      />
      {isOpen ? (
        <div
          id={list}
          role="listbox"
          aria-label={t(queueWords.mentionOffer)}
          className="absolute top-full left-0 z-30 mt-1 w-64 max-w-full rounded-lg border border-line bg-surface p-1 shadow-float"
        >
          {found.map((colleague, i) => (
            <div
              key={colleague.id}
              id={`${list}-${i}`}
              role="option"
              aria-selected={i === chosen}
              // Before the text loses the focus.
              onPointerDown={(event) => {
                event.preventDefault()
                take(colleague)
              }}
              className={join(
                'min-h-9 cursor-pointer truncate rounded px-2.5 py-1.5',
                i === chosen ? 'bg-accent-tint font-semibold text-accent' : 'hover:bg-sunken',
              )}
            >
              {colleague.name}
            </div>
          ))}
        </div>
      ) : null}
      <p role="status" className="sr-only">
        {isOpen ? t(queueWords.mentionFound, { n: found.length }) : ''}
      </p>
    </div>
  )
}
