import { randomBytes } from 'node:crypto'
import { hash, parseOptions, verify } from '@node-rs/argon2'
import { LONGEST_PASSWORD, normalPassword } from '#app/access/password.ts'

/** Argon2id with 19 MiB and two passes: OWASP's first recommendation. Raising one re-hashes at the next sign-in. */
const policy = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Takes tens of milliseconds of a worker thread: call it before `write()`, never inside. */
export const hashPassword = (password: string): Promise<string> => hash(normalPassword(password), policy)

let decoy: Promise<string> | undefined

/**
 * Whether this is the password of that hash. Without a hash (nobody has this address) the same work is done against a
 * decoy, so that the time tells nothing.
 */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(32).toString('base64'))
  const fits = password.length <= LONGEST_PASSWORD
  const same = await verify(stored ?? (await decoy), fits ? normalPassword(password) : '')
  return same && fits && stored != null
}

/** Whether a hash was made under another policy than today's. */
export function isOutdated(stored: string): boolean {
  const made = parseOptions(stored)
  return (
    made.memoryCost !== policy.memoryCost ||
    made.timeCost !== policy.timeCost ||
    made.parallelism !== policy.parallelism
  )
}
