import { useEffect, useRef } from 'react'
import { isFree } from '#app/ui/keys.ts'

/** `j` and `k` move through the links of a list that carry `data-row`; Enter opens as any link does. */
export function useListKeys<Of extends HTMLElement>() {
  const list = useRef<Of>(null)
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (!isFree(event)) return
      const step = { j: 1, k: -1 }[event.key]
      if (!step) return
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
      const current = rows.indexOf(document.activeElement as HTMLElement)
      const next = rows[current === -1 ? (step === 1 ? 0 : rows.length - 1) : current + step]
      if (!next) return
      event.preventDefault()
      next.focus()
      next.scrollIntoView({ block: 'nearest' })
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return list
}
