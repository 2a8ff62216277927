/** What a code is made of: 32 characters of which none looks like another (no 0, O, 1 or I). */
export const codeAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
/** 13 of 32 characters are 65 bits. */
export const codeLength = 13

/** The code that somebody typed or followed, in capitals and without what divides it; null when it can't be one. */
export function readCode(text: string): string | null {
  if (text.length > 40) return null
  const code = text.replace(/[\s-]/g, '').toUpperCase()
  return code.length === codeLength && [...code].every((one) => codeAlphabet.includes(one)) ? code : null
}

/** A code as it is shown and read aloud: `7KQ4-M2XW-9RTBC`. */
export const shownCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`

/** The address of a personal link, without the host. */
export const referralPath = (code: string): string => `/r/${shownCode(code)}`
