import { env } from '#app/platform/env.server.ts'
import { IDLE } from '#app/access/session.ts'

const name = 'koe_session'
const attributes = `Path=/; HttpOnly; SameSite=Lax${env.production ? '; Secure' : ''}`

/** The secret in a Cookie header, or null when there is none that could be ours. */
export function sessionSecretIn(cookieHeader: string | null): string | null {
  const found = /(?:^|;)\s*koe_session=([\w-]{43})(?:;|$)/.exec(cookieHeader ?? '')
  return found ? found[1]! : null
}

/** The Set-Cookie line that signs a browser in. */
export const sessionCookie = (secret: string) => `${name}=${secret}; ${attributes}; Max-Age=${Math.floor(IDLE / 1000)}`

/** The Set-Cookie line that forgets the session. */
export const noSessionCookie = () => `${name}=; ${attributes}; Max-Age=0`
