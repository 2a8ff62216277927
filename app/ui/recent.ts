import type { FoundItem } from '#app/ui/found.ts'

/* What somebody chose lately, kept in this browser for this person only, and gone when they sign out. */

const most = 6
const start = 'koe.recent.'

const usable = (one: unknown): one is FoundItem =>
  typeof one === 'object' && one !== null && 'to' in one && typeof one.to === 'string' && one.to.startsWith('/')

export function readRecent(person: string): FoundItem[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(start + person) ?? '[]')
    return Array.isArray(kept) ? kept.filter(usable).slice(0, most) : []
  } catch {
    return []
  }
}

/** Puts a choice first. Comments are left out: what customers say stays on the server. */
export function keepRecent(person: string, item: FoundItem) {
  if (item.kind === 'comment' || item.post) return
  try {
    const rest = readRecent(person).filter((one) => one.id !== item.id)
    localStorage.setItem(start + person, JSON.stringify([item, ...rest].slice(0, most)))
  } catch {
    // a browser that keeps nothing
  }
}

/** Of everybody who used this browser: after signing out no name is left in it. */
export function forgetRecent() {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(start)) localStorage.removeItem(key)
  } catch {
    // a browser that keeps nothing
  }
}
