/** What `SMTP_URL` says. */
export interface SmtpServer {
  host: string
  port: number
  /** TLS from the first byte (`smtps:`). Otherwise STARTTLS as soon as the server offers it. */
  secure: boolean
  /** Null: the server takes mail without a password. */
  auth: { user: string; pass: string } | null
  /**
   * - `offered`: STARTTLS when the server has it
   * - `required`: no mail without it: a password never travels in the clear
   * - `off`: never, for a relay in one's own network (`?tls=off`)
   */
  startTls: 'offered' | 'required' | 'off'
}

/** `smtp://user:password@host:587`, `smtps://…:465`, with `?tls=required` or `?tls=off`; null when it is anything else. */
export function readSmtpUrl(text: string): SmtpServer | null {
  const url = tryUrl(text)
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname || !/^\/?$/.test(url.pathname) || url.hash) return null
  const asked = url.searchParams.get('tls')
  if ([...url.searchParams.keys()].some((name) => name !== 'tls')) return null
  if (asked !== null && asked !== 'required' && asked !== 'off') return null
  const secure = url.protocol === 'smtps:'
  if (secure && asked === 'off') return null
  const user = decoded(url.username)
  const pass = decoded(url.password)
  if (user === null || pass === null || (user === '') !== (pass === '')) return null
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const auth = user === '' ? null : { user, pass }
  const near = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/i.test(host)
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    auth,
    startTls: asked ?? (auth && !near ? 'required' : 'offered'),
  }
}

function tryUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** A password may hold anything, written with percent signs; null when they are wrong. */
function decoded(part: string): string | null {
  try {
    const text = decodeURIComponent(part)
    return /\p{Cc}/u.test(text) ? null : text
  } catch {
    return null
  }
}
