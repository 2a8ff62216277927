import { useEffect, useRef } from 'react'

/** `j` and `k` move the focus through the links of a list that carry `data-queue`; Enter opens as any link does. */
export function useQueueKeys() {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    function move(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const step = { j: 1, k: -1 }[event.key]
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
      if (!step || typing) return
      const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-queue]') ?? [])]
      const at = links.indexOf(document.activeElement as HTMLAnchorElement)
      const next = links[at === -1 ? (step === 1 ? 0 : links.length - 1) : at + step]
      if (!next) return
      event.preventDefault()
      next.focus()
      next.scrollIntoView({ block: 'nearest' })
    }
    document.addEventListener('keydown', move)
    return () => document.removeEventListener('keydown', move)
  }, [])
  return list
}
