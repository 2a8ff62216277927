import { env } from '#app/platform/env.server.ts'

/** Where an invitation goes from here: into the mailbox only, to the addresses of the sandbox, or to customers. */
export function mailReach(): { kind: 'mailbox' } | { kind: 'sandbox'; allowed: string[] } | { kind: 'live' } {
  if (env.MAIL_TRANSPORT === 'mailbox') return { kind: 'mailbox' }
  const allowed = env.MAIL_ALLOW
  return allowed.includes('*') ? { kind: 'live' } : { kind: 'sandbox', allowed }
}
