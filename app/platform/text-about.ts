import { emailKey, fold } from '#app/platform/text.ts'

/** What a person is recognised by in texts that nothing else ties to them. */
export interface Marks {
  /** Found wherever they stand, in any case: addresses, numbers, ids. */
  exact: string[]
  /** Found as words of their own, so that Ken is not found in "tokens". */
  names: string[]
}

/** The marks of what is known of a person; too short a text is none. */
export function marksOf(known: {
  id: string
  email: string | null
  phone: string | null
  externalId: string | null
  names: (string | null)[]
}): Marks {
  const said = (list: (string | null)[], least: number) =>
    [...new Set(list.map((text) => text?.trim() ?? ''))].filter((text) => text.length >= least)
  return {
    exact: said([known.id, known.email && emailKey(known.email), known.email, known.phone, known.externalId], 5),
    names: said(known.names, 2),
  }
}

/** Whether a text has a mark of the person. */
export function isAbout(text: string | null, { exact, names }: Marks): boolean {
  if (!text) return false
  const low = fold(text)
  return exact.some((mark) => low.includes(fold(mark))) || names.some((name) => hasWord(low, fold(name)))
}

const letter = /[a-z0-9\u00c0-\u024f]/

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ''
    const after = text[at + word.length] ?? ''
    if (!(letter.test(word[0]!) && letter.test(before)) && !(letter.test(word.at(-1)!) && letter.test(after)))
      return true
  }
  return false
}
