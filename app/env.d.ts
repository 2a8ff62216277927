import type { Actor } from '#app/audit/actor.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import type { Locale } from '#app/platform/words.ts'
import type { Role } from '#db/schema/access.ts'
import '@remix-run/node'

declare module '@remix-run/node' {
  /** What every loader and action is handed by the listener (`app/platform/http`). */
  interface AppLoadContext {
    ctx: Ctx & { actor: Actor }
    user: { id: string; name: string; email: string; roles: Role[]; locale: Locale; zone: string | null } | null
    sessionId: string | null
    locale: Locale
    theme: 'light' | 'dark' | null
    nonce: string
    requestId: string
    /** Of the visitor, behind TRUST_PROXY_HOPS proxies. */
    remoteAddress: string
    /** Runs after the reply has left: touches, and other things nobody waits for. */
    afterReply: (work: () => Promise<void>) => void
    /** Raised by the guard for routes whose `handle.maxBody` allows more. */
    bodyLimit: { max: number; exceeded: boolean }
  }
}
