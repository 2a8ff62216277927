/** A piece of a text beside its former self: the same in both, only in the old one, or only in the new one. */
export interface Piece {
  kind: 'same' | 'old' | 'new'
  text: string
}

/** Cells of the table of common words beyond which two texts are shown as wholly different. */
const mostCells = 4_000_000

/** Words hold a text together more than what stands between them: a space is in every sentence. */
const wordWeight = 4

/**
 * What was changed in a text, word by word (Japanese: by the browser's rules of where words end). The pieces without `new`
 * are the old text, those without `old` the new one, each to the letter.
 */
export function changesBetween(old: string, now: string, language: string): Piece[] {
  const words = new Intl.Segmenter(language, { granularity: 'word' })
  const split = (text: string) => Array.from(words.segment(text), ({ segment }) => segment)
  const weight = (word: string) => (/[\p{L}\p{N}]/u.test(word) ? wordWeight : 1)
  const [a, b] = [split(old), split(now)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const pieces: Piece[] = []
  const add = (kind: Piece['kind'], text: string) => {
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else if (text) pieces.push({ kind, text })
  }
  add('same', a.slice(0, start).join(''))
  compare(a.slice(start, a.length - end), b.slice(start, b.length - end), weight, add)
  add('same', end === 0 ? '' : a.slice(-end).join(''))
  return pieces
}

/** The common subsequence of the greatest weight, told piece by piece. */
function compare(
  a: string[],
  b: string[],
  weight: (word: string) => number,
  add: (kind: Piece['kind'], text: string) => void,
) {
  if (a.length * b.length > mostCells) {
    add('old', a.join(''))
    return add('new', b.join(''))
  }
  const wide = b.length + 1
  const common = new Uint16Array((a.length + 1) * wide)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * wide + j] =
        a[i] === b[j]
          ? common[(i + 1) * wide + j + 1]! + weight(a[i]!)
          : Math.max(common[(i + 1) * wide + j]!, common[i * wide + j + 1]!)
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('same', a[i++]!)
      j++
    } else if (j >= b.length || (i < a.length && common[(i + 1) * wide + j]! >= common[i * wide + j + 1]!))
      add('old', a[i++]!)
    else add('new', b[j++]!)
  }
}
