import { foldText } from '#app/responses/topics/folded-text.ts'

/** Characters of a phrase. */
export const longestPhrase = 60
/** Phrases of one list. */
export const mostPhrases = 150

export type PhraseFault = 'too_long' | 'no_letters' | 'too_short' | 'star_alone' | 'star_place' | 'star_short'

const wordy = /[\p{L}\p{N}]/u
const letter = /[\p{L}\p{N}]/gu
/** Scripts that put no spaces between words: there, a phrase is found wherever it stands. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]/u
const kinds = new Int8Array(0x10000)

/** Whether a character makes up words that stand apart, as in English: a letter or digit of a script with spaces. */
export function isWordUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (Number.isNaN(code)) return false
  kinds[code] ||= wordy.test(text[at]!) && !unspaced.test(text[at]!) ? 1 : -1
  return kinds[code] === 1
}

/** The phrase as it is compared; `*` in it stands for the rest of a word. */
export const foldPhrase = (typed: string) => foldText(typed).folded

/** What is wrong with a phrase, or null. */
export function faultOf(typed: string): PhraseFault | null {
  const phrase = foldPhrase(typed)
  if (typed.length > longestPhrase || phrase.length > longestPhrase) return 'too_long'
  const letters = [...phrase].filter((one) => wordy.test(one))
  if (letters.length === 0) return phrase.includes('*') ? 'star_alone' : 'no_letters'
  if (letters.length === 1 && !/\p{Script=Han}/u.test(letters[0]!)) return 'too_short'
  for (let at = phrase.indexOf('*'); at >= 0; at = phrase.indexOf('*', at + 1)) {
    if (!isWordUnit(phrase, at - 1) || isWordUnit(phrase, at + 1)) return 'star_place'
    if ((phrase.slice(0, at).match(letter)?.length ?? 0) < 3) return 'star_short'
  }
  return null
}
