import type { Keyring } from '#app/platform/keyring.server.ts'

/** What the link of a door names: the door, and the generation of links that is still good. */
export interface DoorLink {
  id: string
  gen: number
}

/** The token of a door, for `/s/:token` and `/w/:token`: of another purpose than an invitation's, so neither is good for the other. */
export const doorToken = (keys: Keyring, door: DoorLink): string => keys.sign('door', `${door.id}:${door.gen}`)

/** The door that a token names, or null when it was not made here. Compare `gen` with the stored row. */
export function openDoorToken(keys: Keyring, token: string): DoorLink | null {
  const object = keys.open('door', token)
  const parts = object === null ? null : /^(dor_[0-9a-z]+):(\d{1,9})$/.exec(object)
  return parts ? { id: parts[1]!, gen: Number(parts[2]) } : null
}

/** Whether an address claims to be a door's: nothing is known of it by that. */
export const isDoorToken = (token: string): boolean => token.startsWith('dor_')
