/** Text folded for matching, with the way back: `folded[i]` was made of `original.slice(from[i], to[i])`. */
export interface FoldedText {
  folded: string
  from: ArrayLike<number>
  to: ArrayLike<number>
}

const plain = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/
/** What changes the character before it: accents, voicing marks (of half width as well), later parts of a Hangul syllable. */
const follows = /[\p{M}\u3099-\u309c\uff9e\uff9f\u1160-\u11ff\ud7b0-\ud7ff]/u
const memo = new Map<string, string>()

/**
 * Folds like `fold` of the platform (NFKC, lower case, katakana to hiragana, white space to one space), and also
 * typographic quotes and dashes to plain ones. Every piece is folded by itself, so that each folded character knows
 * which of the customer's own characters it stands for.
 */
export function foldText(original: string): FoldedText {
  if (original.length < 8192 && plain.test(original))
    return { folded: original.toLowerCase(), from: identity, to: afterEach }
  const from: number[] = []
  const to: number[] = []
  let folded = ''
  for (let at = 0; at < original.length;) {
    const end = endOfPiece(original, at)
    for (const unit of foldPiece(original.slice(at, end)).split('')) {
      const space = unit === ' '
      if (space && (folded === '' || folded.endsWith(' '))) {
        if (folded !== '') to[to.length - 1] = end
        continue
      }
      folded += unit
      from.push(at)
      to.push(end)
    }
    at = end
  }
  if (!folded.endsWith(' ')) return { folded, from, to }
  return { folded: folded.slice(0, -1), from: from.slice(0, -1), to: to.slice(0, -1) }
}

/** A character with all that belongs to it. */
function endOfPiece(text: string, at: number): number {
  let end = at + (text.codePointAt(at)! > 0xffff ? 2 : 1)
  while (end < text.length) {
    const code = text.codePointAt(end)!
    if (code < 0x300 || !follows.test(String.fromCodePoint(code))) break
    end += code > 0xffff ? 2 : 1
  }
  return end
}

function foldPiece(piece: string): string {
  const known = memo.get(piece)
  if (known !== undefined) return known
  const made = piece
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[\u2018\u2019\u201b\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00ad\u200b-\u200d\u2060]/g, '')
    .replace(/\s+/g, ' ')
  if (piece.length <= 2 && memo.size < 20_000) memo.set(piece, made)
  return made
}

/** 0, 1, 2 …, and 1, 2, 3 …: what plain text needs of a map, without making one each time. */
const identity = Int32Array.from({ length: 8192 }, (_, i) => i)
const afterEach = identity.subarray(1)
