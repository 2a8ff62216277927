import { useEffect, useRef } from 'react'
import { isFree } from '#app/ui/keys.ts'

/** A list that keys move through says so, so that another one on the page leaves them to it. */
const mark = 'data-list'
const links = '[data-row], [role=rowheader] > a'

/**
 * `j` and `k` move through the links of a list that carry `data-row`, or name a row of a table; Enter opens as any link
 * does, and `x` ticks the row where rows can be ticked.
 */
export function useListKeys<Of extends HTMLElement>() {
  const list = useRef<Of>(null)
  useEffect(() => {
    const mine = list.current
    mine?.setAttribute(mark, '')
    function press(event: KeyboardEvent) {
      if (!mine || !isFree(event)) return
      const focused = document.activeElement
      const inside = focused?.closest(`[${mark}]`) ?? null
      if (inside !== null && inside !== mine) return
      if (event.key === 'x') return tick(event, inside && focused)
      const step = { j: 1, k: -1 }[event.key]
      if (!step) return
      const rows = [...mine.querySelectorAll<HTMLElement>(links)]
      const current = rows.findIndex((row) => row === focused || (focused && row.closest('tr')?.contains(focused)))
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

function tick(event: KeyboardEvent, focused: Element | null) {
  const box = focused?.closest('tr')?.querySelector<HTMLInputElement>('input[type=checkbox]')
  if (!box) return
  event.preventDefault()
  box.click()
}
