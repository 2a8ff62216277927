/** Text that NFKC leaves as it is: most of it is such, and NFKC costs ten times what making it lower case does. */
const plain = /^[\x20-\x7e]*$/

/**
 * Text folded for matching and searching: NFKC (full and half width alike), lower case, katakana to hiragana,
 * white space to single spaces.
 */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim()
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\s+/g, ' ')
    .trim()
}

/** What makes two addresses the same person here: trimmed, NFKC, lower case. */
export function emailKey(email: string): string {
  if (plain.test(email)) return email.trim().toLowerCase()
  return email.trim().normalize('NFKC').toLowerCase()
}

/** Free text as it is stored: CRLF to LF, control characters and lone surrogates out, trimmed; null when nothing is left. */
export function cleanText(text: string): string | null {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim()
  return clean === '' ? null : clean
}
