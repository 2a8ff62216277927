/** Phrases between bars; written so, a list can be read at one glance. */
export const phrases = (text: string): string[] =>
  text
    .split('|')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter(Boolean)

/** Every beginning with every ending, as they stand: a space between them is the beginning's or the ending's own. */
export const eachPhrase = (beginnings: readonly string[], endings: readonly string[]): string[] =>
  beginnings.flatMap((beginning) => endings.map((ending) => beginning + ending))
