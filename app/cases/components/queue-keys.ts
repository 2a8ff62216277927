import { useEffect, useRef } from 'react'
import { isFree } from '#app/ui/keys.ts'

/** From this width on a case stands beside the list (`xl` of the layout). */
const beside = '(min-width: 80rem)'

/**
 * `j` and `k` in a list of links that carry `data-queue`: beside a case they open the next and the previous one, on a
 * narrow screen they move the focus (after the last comes the first), and Enter opens as any link does; `s` selects the case for a change of several. The open case stays in sight.
 */
export function useQueueKeys(openId: string | null) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const links = () => [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-queue]') ?? [])]
    const isShown = () => list.current?.checkVisibility() ?? false
    function move(event: KeyboardEvent) {
      if (event.key === 's' && isShown() && isFree(event)) return mark(event)
      const step = { j: 1, k: -1 }[event.key]
      if (!step || !isShown() || !isFree(event)) return
      const all = links()
      const open = all.findIndex((link) => link.hasAttribute('aria-current'))
      const focused = all.indexOf(document.activeElement as HTMLAnchorElement)
      const at = focused === -1 ? open : focused
      // What was worked on has moved to the end of the list, so after the last comes the first.
      const next = all[at === -1 ? (step === 1 ? 0 : all.length - 1) : (at + step + all.length) % all.length]
      if (!next) return
      event.preventDefault()
      next.focus({ preventScroll: true })
      next.closest('li')?.scrollIntoView({ block: 'nearest' })
      if (matchMedia(beside).matches) next.click()
    }
    function mark(event: KeyboardEvent) {
      const focused = list.current?.contains(document.activeElement) ? document.activeElement : null
      const row = (focused ?? list.current?.querySelector('a[aria-current]'))?.closest('li')
      const box = row?.querySelector<HTMLInputElement>('input[name=caseIds]')
      if (!box) return
      event.preventDefault()
      box.click()
    }
    document.addEventListener('keydown', move, { capture: true })
    return () => document.removeEventListener('keydown', move, { capture: true })
  }, [])
  useEffect(() => {
    if (openId && list.current) keepInSight(list.current)
  }, [openId])
  return list
}

/** Scrolls the list's own frame and nothing around it, so that the page doesn't jump. */
function keepInSight(list: HTMLElement) {
  const row = list.querySelector('a[aria-current]')?.closest('li')
  if (!row || !list.parentElement) return
  const [frame, inner] = [list.parentElement.getBoundingClientRect(), row.getBoundingClientRect()]
  if (inner.top < frame.top) list.parentElement.scrollTop -= frame.top - inner.top
  else if (inner.bottom > frame.bottom) list.parentElement.scrollTop += inner.bottom - frame.bottom
}
