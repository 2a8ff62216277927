import type { Keyring } from '#app/platform/keyring.server.ts'

/** The token of `/c/:token`, by which a company withdraws what it agreed to. */
export const consentToken = (keys: Keyring, consentId: string): string => keys.sign('consent', consentId)

/** The consent that a token names, or null when it was not made here. */
export function openConsentToken(keys: Keyring, token: string): string | null {
  const id = keys.open('consent', token)
  return id !== null && /^cst_[0-9a-z]+$/.test(id) ? id : null
}
