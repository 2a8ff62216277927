import type { Keyring } from '#app/platform/keyring.server.ts'

/** What a mail is about whose reply we want: an invitation, or a case. */
export interface ReplyRef {
  kind: 'invitation' | 'case'
  id: string
}

const letters = { invitation: 'i', case: 'c' } as const
const prefixes = { invitation: 'inv_', case: 'cas_' } as const

/**
 * The address that replies to a mail are received at, `reply+<token>@domain`. The token names the object under a seal,
 * bears being lower-cased (gateways do that), and leaves the local part below the 64 characters of RFC 5321.
 * @returns null for an id that was not made here
 */
export function replyAddress(keys: Keyring, ref: ReplyRef, domain: string): string | null {
  const rest = ref.id.startsWith(prefixes[ref.kind]) ? ref.id.slice(prefixes[ref.kind].length) : ''
  if (!/^[0-9a-z]{1,30}$/.test(rest)) return null
  return `reply+${letters[ref.kind]}${rest}${keys.seal('reply', `${ref.kind}:${ref.id}`)}@${domain}`
}

/** What the first of our own reply addresses among these recipients names; null when none is, or it was altered. */
export function openReplyAddress(keys: Keyring, recipients: string[]): ReplyRef | null {
  const text = recipients.join('\n').slice(0, 20_000).toLowerCase()
  for (const [, letter, rest, seal] of text.matchAll(/(?<![^\s<"',;:])reply\+([ic])([0-9a-z]{1,30})([a-z2-7]{26})@/g)) {
    const kind = letter === 'i' ? ('invitation' as const) : ('case' as const)
    const ref = { kind, id: prefixes[kind] + rest }
    if (keys.isSeal('reply', `${kind}:${ref.id}`, seal!)) return ref
  }
  return null
}
