import { fold } from '#app/platform/text.ts'
import { findTerm } from '#app/responses/grams.ts'

/** The stretch of a comment around the first place where a term stands, cut to about `most` characters. */
export function snippetOf(
  comment: string,
  terms: string[],
  most = 80,
): { before: string; match: string; after: string } {
  // A letter and the marks that belong to it, half-width voicing included, are folded together.
  const chars: string[] = comment.replace(/\s+/g, ' ').match(/.[\p{M}ﾞﾟ]*/gu) ?? []
  const { start, end } = firstOf(chars, terms)
  const from = Math.max(0, start - Math.floor(most / 3))
  const to = Math.min(chars.length, Math.max(end, from + most))
  return {
    before: (from > 0 ? '…' : '') + chars.slice(from, start).join(''),
    match: chars.slice(start, end).join(''),
    after: chars.slice(end, to).join('') + (to < chars.length ? '…' : ''),
  }
}

/** Where a term stands, in characters of the comment as it was written; nothing at its start when that can't be told. */
function firstOf(chars: string[], terms: string[]): { start: number; end: number } {
  let folded = ''
  const origin: number[] = [] // of each unit of the folded text
  chars.forEach((char, i) => {
    const piece = char === ' ' ? ' ' : fold(char)
    folded += piece
    for (let n = 0; n < piece.length; n++) origin.push(i)
  })
  const places = terms.map((term) => ({ at: findTerm(folded, term), length: term.length })).filter(({ at }) => at >= 0)
  if (places.length === 0) return { start: 0, end: 0 }
  const first = places.reduce((a, b) => (b.at < a.at ? b : a))
  return { start: origin[first.at]!, end: origin[first.at + first.length - 1]! + 1 }
}
