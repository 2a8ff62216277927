import { randomBytes } from 'node:crypto'
import type { Ctx } from '#app/audit/context.server.ts'

const purpose = 'door-secret'

/** A new secret: shown once, and stored so that only this install can read it. */
export function makeDoorSecret({ keys }: Ctx): { secret: string; stored: string } {
  const secret = `koew_${randomBytes(32).toString('base64url')}`
  return { secret, stored: keys.encrypt(purpose, secret) }
}

/** The secret that a product signs with; null when there is none, or it was stored by a key that is gone. */
export const readDoorSecret = ({ keys }: Ctx, stored: string | null): string | null =>
  stored === null ? null : keys.decrypt(purpose, stored)
