import type { Keyring } from '#app/platform/keyring.server.ts'

/** The token of `/mine/:token`, somebody's own page. The same person gives the same token, so no message keeps one. */
export const personToken = (keys: Keyring, contactId: string): string => keys.sign('mine', contactId)

/** The person that a token names, or null when it was not made here. */
export function openPersonToken(keys: Keyring, token: string): string | null {
  const id = keys.open('mine', token)
  return id !== null && /^con_[0-9a-z]+$/.test(id) ? id : null
}
