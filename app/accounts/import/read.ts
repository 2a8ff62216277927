/** Either what was meant, or the code of what is wrong with it. */
export type Read<T> = { value: T } | { wrong: string }
export const wrong = (code: string) => ({ wrong: code })

/** Full width to half width, ligatures like ㋿ and ㈱ taken apart, without spaces around it. */
export const wide = (text: string) => text.normalize('NFKC').trim()
