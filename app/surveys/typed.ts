/** What conform's reply says of a form that was refused. */
interface Reply {
  initialValue?: Record<string, unknown> | null | undefined
  error?: Record<string, string[] | null> | null | undefined
}

/** What a form shows: what was typed when it was refused, else what is stored; by the names of its fields. */
export interface Typed {
  text(path: string): string
  list(path: string): string[]
  checked(path: string): boolean
  error(path: string): string | undefined
}

export function typedOf(reply: Reply | null | undefined, stored: Record<string, unknown>): Typed {
  const source = reply?.initialValue ?? stored
  const at = (path: string) =>
    path
      .split(/[.[\]]+/)
      .filter(Boolean)
      .reduce<unknown>(
        (value, key) =>
          value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined,
        source,
      )
  return {
    text: (path) => {
      const value = at(path)
      return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
    },
    list: (path) => {
      const value = at(path)
      return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String)
    },
    checked: (path) => {
      const value = at(path)
      return value === true || value === 'on'
    },
    error: (path) => reply?.error?.[path]?.join(' '),
  }
}
