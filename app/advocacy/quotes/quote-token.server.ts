import type { Keyring } from '#app/platform/keyring.server.ts'

/** What a customer's link names: a quote, and the sending it came with. */
export interface QuoteLink {
  id: string
  generation: number
}

/** The token of `/q/:token`: for approving what was sent then, and for withdrawing at any time. */
export const quoteToken = (keys: Keyring, { id, generation }: QuoteLink): string =>
  keys.sign('quote', `${id}:${generation}`)

/** The quote that a token names, or null when it was not made here. Compare `generation` with the row before approving. */
export function openQuoteToken(keys: Keyring, token: string): QuoteLink | null {
  const parts = /^(qte_[0-9a-z]+):(\d{1,9})$/.exec(keys.open('quote', token) ?? '')
  return parts ? { id: parts[1]!, generation: Number(parts[2]) } : null
}
