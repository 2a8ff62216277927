/** Whether something can stand in a `To` header at all. That somebody reads it, only a mail can tell. */
export const isAddress = (email: string) =>
  email.length <= 254 && /^[^\s@<>(),;:"\\\p{Cc}]+@[^\s@<>(),;:"\\\p{Cc}]+$/u.test(email)

/**
 * Whether mail to an address may leave this machine. `allow` holds domains and addresses; `*` allows all. Without a list
 * nothing leaves: a trial never reaches customers by accident. Nobody can own a name under `.example` (RFC 2606), so
 * mail to the people of the demo stays whatever is allowed.
 */
export function mayLeave(email: string, allow: string[]): boolean {
  const address = email.toLowerCase()
  const domain = address.slice(address.lastIndexOf('@') + 1)
  if (/(^|\.)example$/.test(domain)) return false
  return allow.some((entry) => {
    const wanted = entry.toLowerCase()
    return wanted === '*' || wanted === address || wanted.replace(/^@/, '') === domain
  })
}

/** The address in `Name <address>`. */
export const addressOf = (from: string) => /<([^<>\s]+)>\s*$/.exec(from)?.[1] ?? from.trim()

/** `Name <address>` for a header, whatever is in the name. `from` may itself be written so. */
export function fromHeader(from: string, name?: string): string {
  const parts = /^\s*(?:"?([^"<]*?)"?\s*)?<([^<>\s]+)>\s*$/.exec(from)
  const address = parts?.[2] ?? from.trim()
  const shown = oneLine(name ?? parts?.[1] ?? '').replace(/["\\<>]/g, '')
  return shown ? `"${shown}" <${address}>` : address
}

/** A text as it may stand in a header: one line, no control characters. */
export const oneLine = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
