import { timingSafeEqual } from 'node:crypto'
import { randomBytes16 } from '#app/platform/ids.server.ts'
import type { Keyring } from '#app/platform/keyring.server.ts'

/** What a page's single-use nonce says once its signature holds. */
export interface Nonce {
  /** The whole text: the key under which its submission is stored. */
  key: string
  /** Milliseconds UTC at which the page was made. */
  issuedAt: number
  /** The score that the page asked to confirm; null on the ordinary page. */
  confirms: number | null
}

const shape = /^([0-9a-z]{1,9})\.([\w-]{12})\.(\d{0,2})\.([\w-]{22})$/

/** A nonce for one page of one invitation: `<issued at>.<random>.<score to confirm>.<mac>`. */
export function makeNonce(keys: Keyring, invitationId: string, at: number, confirms: number | null = null): string {
  const said = `${at.toString(36)}.${randomBytes16().toString('base64url', 0, 9)}.${confirms ?? ''}`
  return `${said}.${macOf(keys, invitationId, said)}`
}

/** Reads a nonce back; null when it is not one of ours, was made for another invitation, or lies in the future. */
export function openNonce(keys: Keyring, invitationId: string, text: string, now: number): Nonce | null {
  const parts = shape.exec(text)
  if (!parts) return null
  const [, issued, , confirms, given] = parts as unknown as [string, string, string, string, string]
  const wanted = macOf(keys, invitationId, text.slice(0, -23))
  if (!timingSafeEqual(Buffer.from(wanted), Buffer.from(given))) return null
  const issuedAt = parseInt(issued, 36)
  return issuedAt > now ? null : { key: text, issuedAt, confirms: confirms === '' ? null : Number(confirms) }
}

const macOf = (keys: Keyring, invitationId: string, said: string) => keys.mac('survey-nonce', `${invitationId} ${said}`)
