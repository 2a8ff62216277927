import { fold } from '#app/platform/text.ts'

/*
 * What the comment search knows of a text. Words of scripts that write spaces are found by their beginnings, text of
 * scripts that don't (Japanese) by any part, symbols as they stand. A gram is a piece that many texts share: the
 * beginnings of a word, a character, or two neighbours. Grams narrow the search; `hasTerms` decides.
 */

/** Scripts that are written without spaces, and the marks that belong to kana and kanji. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]/u
const letter = /[\p{L}\p{M}\p{N}_]/u
/** Lengths of a word's beginnings that are kept; a longer or other one is looked up by the next shorter. */
const beginnings = [1, 2, 3, 4, 6, 8]
/** Terms of one search that are asked of the index. */
const mostTerms = 10

type Kind = 'space' | 'word' | 'unspaced' | 'symbol'
const kinds = new Map<string, Kind>()

function kindOf(char: string): Kind {
  let kind = kinds.get(char)
  if (kind === undefined) {
    kind = /\s/u.test(char) ? 'space' : unspaced.test(char) ? 'unspaced' : letter.test(char) ? 'word' : 'symbol'
    kinds.set(char, kind)
  }
  return kind
}

/** Neighbours of one kind. */
function runsOf(folded: string): { kind: Kind; chars: string[] }[] {
  const runs: { kind: Kind; chars: string[] }[] = []
  let last: Kind | undefined
  for (const char of folded) {
    const kind = kindOf(char)
    if (kind === last) runs.at(-1)!.chars.push(char)
    else runs.push({ kind, chars: [char] })
    last = kind
  }
  return runs
}

/** All grams of a folded text, each once. */
export function gramsOf(folded: string): Set<string> {
  const grams = new Set<string>()
  for (const { kind, chars } of runsOf(folded)) {
    if (kind === 'space') continue
    if (kind === 'word') {
      for (const length of beginnings) if (length <= chars.length) grams.add(chars.slice(0, length).join(''))
      continue
    }
    for (let i = 0; i < chars.length; i++) {
      grams.add(chars[i]!)
      if (kind === 'unspaced' && i > 0) grams.add(chars[i - 1]! + chars[i]!)
    }
  }
  return grams
}

/** The terms that somebody looks for: what they typed, folded, at its spaces. */
export function termsOf(typed: string): string[] {
  const terms = fold(typed).split(' ').filter(Boolean)
  return [...new Set(terms)].slice(0, mostTerms)
}

/** Grams that every text with this term has. */
export function gramsOfTerm(term: string): Set<string> {
  const grams = new Set<string>()
  for (const { kind, chars } of runsOf(term)) {
    if (kind === 'word') {
      const length = beginnings.findLast((length) => length <= chars.length)!
      grams.add(chars.slice(0, length).join(''))
    } else if (kind === 'unspaced' && chars.length > 1) {
      for (let i = 1; i < chars.length; i++) grams.add(chars[i - 1]! + chars[i]!)
    } else if (kind !== 'space') for (const char of chars) grams.add(char)
  }
  return grams
}

/** Whether a folded text has every term: words by their beginning, everything else anywhere. */
export const hasTerms = (folded: string, terms: string[]): boolean => terms.every((term) => findTerm(folded, term) >= 0)

/** Where a term first stands in a folded text, or -1. */
export function findTerm(folded: string, term: string): number {
  const [first] = term
  const startsWord = first !== undefined && kindOf(first) === 'word'
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
    if (!startsWord || at === 0 || kindOf(charBefore(folded, at)) !== 'word') return at
  }
  return -1
}

function charBefore(text: string, at: number): string {
  const unit = text[at - 1]!
  return /[\udc00-\udfff]/.test(unit) && at > 1 ? text.slice(at - 2, at) : unit
}
