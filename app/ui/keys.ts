/*
 * Shortcuts stand where they work: an element that carries `data-keys` (`c`, or `g q` for one key after the other) is
 * pressed by them while it is seen. So the list of shortcuts can't name one that does nothing.
 */

export interface Shortcut {
  keys: string
  label: string
}

const off = 'koe-keys-off'

/** Whether this reader switched keys without Ctrl off (speech input and tremor need that). */
export const keysAreOff = () => localStorage.getItem(off) === '1'
export const switchKeys = (on: boolean) => (on ? localStorage.removeItem(off) : localStorage.setItem(off, '1'))

const isSeen = (element: HTMLElement) => element.checkVisibility()

const keyed = () => [...document.querySelectorAll<HTMLElement>('[data-keys]')].filter(isSeen)

const textFields = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]'
const controls = 'input:not([type=hidden]), select, textarea, button'

/** Whether a key that was pressed may mean a shortcut: nobody types, composes, or answers a dialog. */
export function isFree(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false
  if (event.isComposing || event.keyCode === 229) return false
  if (event.target instanceof HTMLElement && event.target.closest(textFields)) return false
  return document.querySelector('[role=dialog], [role=alertdialog]') === null && !keysAreOff()
}

/** Presses what waits for these keys. `false` when nothing does; `'more'` when they only begin such a sequence. */
export function pressKeys(keys: string): boolean | 'more' {
  const seen = keyed()
  const found = seen.find((element) => element.dataset.keys === keys)
  if (found) press(found)
  return found ? true : seen.some((element) => element.dataset.keys!.startsWith(`${keys} `)) && 'more'
}

function press(element: HTMLElement) {
  if (element.tagName === 'SUMMARY') {
    const fold = element.parentElement as HTMLDetailsElement
    fold.open = true
    fold.querySelector<HTMLElement>(`:scope > :not(summary) :is(${controls})`)?.focus()
  } else if (element.matches(textFields)) {
    element.focus()
  } else if (element instanceof HTMLInputElement) {
    element.click()
    ;(element.form?.querySelector<HTMLElement>('textarea') ?? element).focus()
  } else {
    element.click()
  }
}

/** The shortcuts of the page as it stands. */
export function listShortcuts(): Shortcut[] {
  const found = new Map<string, Shortcut>()
  for (const element of keyed()) {
    const keys = element.dataset.keys!
    const label = element.dataset.keysLabel ?? element.ariaLabel ?? element.textContent ?? ''
    if (!found.has(keys)) found.set(keys, { keys, label: label.trim() })
  }
  return [...found.values()]
}
