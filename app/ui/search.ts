import { useLocation } from '@remix-run/react'

/** Links to this very page with some of its query changed: `href({ after: cursor, q: null })`. */
export function useHref() {
  const { pathname, search } = useLocation()
  return (changes: Record<string, string | null>) => {
    const query = new URLSearchParams(search)
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) query.delete(name)
      else query.set(name, value)
    }
    const text = query.toString()
    return text ? `${pathname}?${text}` : pathname
  }
}

/** The same page without one value of a filter that may have several; paging starts again. */
export function useHrefWithout() {
  const { pathname, search } = useLocation()
  return (name: string, value?: string) => {
    const query = new URLSearchParams(search)
    const kept = value === undefined ? [] : query.getAll(name).filter((other) => other !== value)
    query.delete(name)
    for (const other of kept) query.append(name, other)
    query.delete('after')
    query.delete('before')
    const text = query.toString()
    return text ? `${pathname}?${text}` : pathname
  }
}
