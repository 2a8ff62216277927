import { MINUTE } from '#app/platform/day.ts'
import type { Keyring } from '#app/platform/keyring.server.ts'

/** A forwarded mail must not open somebody's data for long. */
export const linkMinutes = 30

export interface MyDataLink {
  contactId: string
  /** When the mail was written, milliseconds UTC. */
  issuedAt: number
}

/** The token of `/me/:token`: bound to a person and to when it was made, and good for nothing else. */
export const myDataToken = (keys: Keyring, { contactId, issuedAt }: MyDataLink): string =>
  keys.sign('me', `${contactId}:${issuedAt.toString(36)}`)

/** Whose link it is, still good or not; null when it was not made here. */
export function openMyDataToken(keys: Keyring, token: string): MyDataLink | null {
  const parts = /^(con_[0-9a-z]+):([0-9a-z]{1,9})$/.exec(keys.open('me', token) ?? '')
  return parts ? { contactId: parts[1]!, issuedAt: parseInt(parts[2]!, 36) } : null
}

export const isAlive = ({ issuedAt }: MyDataLink, now: number): boolean =>
  issuedAt <= now && now < issuedAt + linkMinutes * MINUTE
