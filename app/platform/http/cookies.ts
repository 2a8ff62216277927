/** One cookie of a `Cookie` header. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return decode(part.slice(at + 1).trim())
  }
  return null
}

/** A `Set-Cookie` value; `maxAge` in seconds, 0 removes it. Every cookie of Koe is HttpOnly and SameSite=Lax. */
export function writeCookie(
  name: string,
  value: string,
  { maxAge, secure }: { maxAge?: number; secure: boolean },
): string {
  const age = maxAge === undefined ? '' : `; Max-Age=${maxAge}`
  return `${name}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax${age}${secure ? '; Secure' : ''}`
}

function decode(text: string) {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
