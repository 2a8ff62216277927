import { fold } from '#app/platform/text.ts'

/** Longer names are nobody's. */
const longest = 90
const begins = /^[\p{L}\p{N}]/u
const latin = /[\p{Script=Latin}\p{N}]/u

interface Colleague {
  id: string
  name: string
}

/**
 * The colleagues whom a note names: `@` and the whole name, in any width and case; Japanese names also without the
 * space. Of several names that fit the longest counts, of one that several people have each is meant. An address of
 * mail names nobody.
 * @returns their ids in the order of the text, each once
 */
export function mentionsIn(text: string, colleagues: Colleague[]): string[] {
  const known = colleagues.flatMap(({ id, name }) => spellings(name).map((key) => ({ id, key })))
  const found = new Set<string>()
  for (const { index } of text.matchAll(/[@＠]/g)) {
    if (/[\w.+-]$/.test(text.slice(0, index))) continue // the middle of an address
    const line = text.slice(index + 1, index + 1 + longest).split('\n')[0]!
    if (!begins.test(line)) continue
    const rest = fold(line)
    const fitting = known.filter(({ key }) => rest.startsWith(key) && endsAt(rest, key.length))
    const most = Math.max(...fitting.map(({ key }) => key.length))
    for (const { id, key } of fitting) if (key.length === most) found.add(id)
  }
  return [...found]
}

/** A Latin name ends where its word does; a Japanese one may be followed by anything: さん, に. */
const endsAt = (rest: string, at: number) => !(latin.test(rest[at - 1] ?? '') && latin.test(rest[at] ?? ''))

function spellings(name: string): string[] {
  const key = fold(name)
  if (!key) return []
  const joined = key.replaceAll(' ', '')
  return joined !== key && !latin.test(joined) ? [key, joined] : [key]
}

/** What is being typed after an `@` just before the caret; null when no name is. */
export function nameBegun(before: string): { from: number; typed: string } | null {
  const found = /(?:^|[^\w.+-])[@＠]((?:[\p{L}\p{N}'’.-]+[ 　]?){0,3})$/u.exec(before)
  return found && { from: before.length - found[1]!.length, typed: found[1]! }
}

/** Colleagues whose name, or a part of it, begins with what is typed. */
export function offered<C extends Colleague>(colleagues: readonly C[], typed: string, most = 6): C[] {
  const key = fold(typed)
  return colleagues
    .filter(({ name }) => {
      const folded = fold(name)
      return folded.startsWith(key) || folded.split(' ').some((part) => part.startsWith(key)) || folded.replaceAll(' ', '').startsWith(key) // prettier-ignore
    })
    .slice(0, most)
}
