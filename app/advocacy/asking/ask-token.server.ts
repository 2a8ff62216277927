import type { Keyring } from '#app/platform/keyring.server.ts'

/** The token of `/ask/:token`. The same ask gives the same token, so no message keeps one. */
export const askToken = (keys: Keyring, askId: string): string => keys.sign('ask', askId)

/** The ask that a token names, or null when it was not made here. */
export function openAskToken(keys: Keyring, token: string): string | null {
  const id = keys.open('ask', token)
  return id !== null && /^ask_[0-9a-z]+$/.test(id) ? id : null
}
