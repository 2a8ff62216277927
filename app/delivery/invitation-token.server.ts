import type { Keyring } from '#app/platform/keyring.server.ts'

/** What a link names: an invitation, and the generation of links that is still good. */
export interface InvitationLink {
  id: string
  gen: number
}

/** The token of `/s/:token`. The same invitation and generation give the same token, so a reminder needs none stored. */
export const invitationToken = (keys: Keyring, invitation: InvitationLink): string =>
  keys.sign('survey', `${invitation.id}:${invitation.gen}`)

/** The invitation that a survey token names, or null when it was not made here. Compare `gen` with the stored row. */
export const openInvitationToken = (keys: Keyring, token: string): InvitationLink | null =>
  parse(keys.open('survey', token))

/** The token of `/u/:token`: never good for answering, nor a survey token for unsubscribing. */
export const unsubscribeToken = (keys: Keyring, invitation: InvitationLink): string =>
  keys.sign('unsubscribe', `${invitation.id}:${invitation.gen}`)

/** The invitation that an unsubscribe token names, or null. A wish to hear nothing stands for any generation. */
export const openUnsubscribeToken = (keys: Keyring, token: string): InvitationLink | null =>
  parse(keys.open('unsubscribe', token))

function parse(object: string | null): InvitationLink | null {
  const parts = object === null ? null : /^(inv_[0-9a-z]+):(\d{1,9})$/.exec(object)
  return parts ? { id: parts[1]!, gen: Number(parts[2]) } : null
}
