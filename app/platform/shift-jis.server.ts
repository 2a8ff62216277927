import iconv from 'iconv-lite'

/** What Japanese print sets for a character that it doesn't have. */
export const geta = '〓'

const encoding = 'cp932'
const ascii = /^[\x00-\x7f]*$/ // eslint-disable-line no-control-regex

/** The same sign under another number: Unicode and Windows disagree, and nothing is lost. */
const twins: Record<string, string> = {
  '\u00a0': ' ',
  '\u00a2': '\uffe0',
  '\u00a3': '\uffe1',
  '\u00a5': '\uffe5',
  '\u00ac': '\uffe2',
  '\u2014': '\u2015',
  '\u2016': '\u2225',
  '\u2212': '\uff0d',
  '\u301c': '\uff5e',
}

const known = new Map<string, boolean>()

/** Whether Shift_JIS as Windows writes it (CP932) has a character. */
function has(character: string): boolean {
  if (character.length > 1) return false // it has nothing beyond the first plane
  let answer = known.get(character)
  if (answer === undefined) {
    answer = iconv.decode(iconv.encode(character, encoding), encoding) === character
    known.set(character, answer)
  }
  return answer
}

/** Text of which Shift_JIS has every character: what it lacks becomes 〓 and is counted. */
export function fitShiftJis(text: string): { text: string; replaced: number } {
  if (ascii.test(text)) return { text, replaced: 0 }
  let fitted = ''
  let replaced = 0
  // A voiced kana in two parts, as a Mac names files, has its one-part twin.
  for (const character of text.normalize('NFC')) {
    const twin = has(character) ? character : twins[character]
    if (twin === undefined) replaced++
    fitted += twin ?? geta
  }
  return { text: fitted, replaced }
}

/** Bytes of a text that fits. */
export const encodeShiftJis = (text: string): Buffer => iconv.encode(text, encoding)
