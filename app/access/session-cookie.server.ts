import { IDLE } from '#app/access/session.ts'
import { env } from '#app/platform/env.server.ts'
import { readCookie, writeCookie } from '#app/platform/http/cookies.ts'

const name = 'koe_session'
const secure = env.production

/** The secret in a Cookie header, or null when there is none that could be ours. */
export function sessionSecretIn(cookieHeader: string | null): string | null {
  const value = readCookie(cookieHeader, name)
  return value && /^[\w-]{43}$/.test(value) ? value : null
}

/** The Set-Cookie line that signs a browser in. */
export const sessionCookie = (secret: string) => writeCookie(name, secret, { maxAge: Math.floor(IDLE / 1000), secure })

/** The Set-Cookie line that forgets the session. */
export const noSessionCookie = () => writeCookie(name, '', { maxAge: 0, secure })
