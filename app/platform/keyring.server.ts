import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Env } from '#app/platform/env.server.ts'
import { PlainError } from '#app/platform/errors.ts'

/**
 * The install's secrets, newest first. New tokens are made with the first; old ones are recognised by the id of
 * their key, so that a secret can be changed without killing links.
 */
export interface Keyring {
  /** What the secrets are recognised by, newest first; it tells nothing of them. */
  readonly ids: readonly string[]
  /** Keyed hash of a text for one purpose, base64url, 128 bits, with the newest key. */
  mac(purpose: string, text: string): string
  /** A token that names its object and can be made again: `<object>.<key id>.<mac>`. */
  sign(purpose: string, object: string): string
  /** The object of a token, or null when it isn't one of ours for this purpose. */
  open(purpose: string, token: string): string | null
  /** A seal that survives being lower-cased, for where case is lost: 26 characters a-z and 2-7, 128 bits, newest key. */
  seal(purpose: string, object: string): string
  /** Whether a seal was made here for this object and purpose, with any of the keys. */
  isSeal(purpose: string, object: string, seal: string): boolean
  /** A secret as it may be stored: AES-256-GCM with the newest key, `<key id>.<iv, tag and text>`. */
  encrypt(purpose: string, text: string): string
  /** The secret again, with whichever key it was stored; null when it is none of ours or was altered. */
  decrypt(purpose: string, stored: string): string | null
  /** Hash that finds an address again without storing it. Kept under the OLDEST key, since it can't be made anew. */
  fingerprint(text: string): string
}

export function makeKeyring(secrets: string[]): Keyring {
  const keys = secrets.map((secret) => ({
    id: createHash('sha256').update(`koe-kid:${secret}`).digest('base64url').slice(0, 6),
    secret,
    derived: new Map<string, Buffer>(),
  }))
  const newest = keys[0]!
  const oldest = keys.at(-1)!
  const derive = (key: typeof newest, purpose: string) => {
    let made = key.derived.get(purpose)
    if (!made) key.derived.set(purpose, (made = Buffer.from(hkdfSync('sha256', key.secret, 'koe', purpose, 32))))
    return made
  }
  const bytes = (key: typeof newest, purpose: string, text: string) =>
    createHmac('sha256', derive(key, purpose)).update(text).digest().subarray(0, 16)
  const mac = (key: typeof newest, purpose: string, text: string) => bytes(key, purpose, text).toString('base64url')
  return {
    ids: keys.map((key) => key.id),
    mac: (purpose, text) => mac(newest, purpose, text),
    sign: (purpose, object) => `${object}.${newest.id}.${mac(newest, purpose, object)}`,
    open(purpose, token) {
      const parts = /^([\w:-]{1,200})\.([\w-]{6})\.([\w-]{22})$/.exec(token)
      if (!parts) return null
      const [, object, kid, given] = parts as unknown as [string, string, string, string]
      const key = keys.find((k) => k.id === kid)
      if (!key) return null
      const wanted = mac(key, purpose, object)
      return timingSafeEqual(Buffer.from(wanted), Buffer.from(given)) ? object : null
    },
    seal: (purpose, object) => base32(bytes(newest, purpose, object)),
    isSeal(purpose, object, given) {
      if (given.length !== 26) return false
      const seal = Buffer.from(given.toLowerCase())
      // A letter outside the alphabet may take more bytes than one.
      return (
        seal.length === 26 &&
        keys.some((key) => timingSafeEqual(Buffer.from(base32(bytes(key, purpose, object))), seal))
      )
    },
    encrypt(purpose, text) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', derive(newest, `encrypt:${purpose}`), iv)
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `${newest.id}.${Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString('base64url')}`
    },
    decrypt(purpose, stored) {
      const [kid, text = ''] = stored.split('.')
      const key = keys.find((k) => k.id === kid)
      const all = Buffer.from(text, 'base64url')
      if (!key || all.length < 28) return null
      try {
        const decipher = createDecipheriv('aes-256-gcm', derive(key, `encrypt:${purpose}`), all.subarray(0, 12))
        decipher.setAuthTag(all.subarray(12, 28))
        return decipher.update(all.subarray(28), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        return null
      }
    },
    fingerprint: (text) => createHmac('sha256', derive(oldest, 'fingerprint')).update(text).digest('base64url'),
  }
}

/** RFC 4648 in lower case, without padding. */
function base32(bytes: Buffer): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += 'abcdefghijklmnopqrstuvwxyz234567'[(held >> (bits - 5)) & 31]
    held &= (1 << bits) - 1
  }
  return bits ? text + 'abcdefghijklmnopqrstuvwxyz234567'[(held << (5 - bits)) & 31] : text
}

/**
 * The keyring of this install: KOE_SECRET, or outside production one that is made once and kept in the data folder.
 * @throws PlainError when production has none, or one is too short
 */
export function loadKeyring(env: Env): Keyring {
  const found = findKeyring(env)
  if (found) return found
  if (env.production)
    throw new PlainError(
      'KOE_SECRET is missing. In production (PUBLIC_URL is https) set it to a long random text, for example from `openssl rand -base64 32`, and keep it.',
    )
  try {
    mkdirSync(env.KOE_DATA_DIR, { recursive: true })
    writeFileSync(secretFile(env), randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new PlainError(
        `No permission to write in the data folder ${env.KOE_DATA_DIR}. Choose another with KOE_DATA_DIR.`,
      )
  }
  return findKeyring(env)!
}

/** The keyring that is there, without making one; null when none is. @throws PlainError when a secret is too short */
export function findKeyring(env: Env): Keyring | null {
  if (env.KOE_SECRET?.length) {
    if (env.KOE_SECRET.some((secret) => secret.length < 32))
      throw new PlainError(
        'KOE_SECRET: each secret needs at least 32 characters, for example from `openssl rand -base64 32`.',
      )
    return makeKeyring(env.KOE_SECRET)
  }
  if (env.production || !existsSync(secretFile(env))) return null
  return makeKeyring([readFileSync(secretFile(env), 'utf8').trim()])
}

/** Where a secret that nobody has set is kept. */
export const secretFile = (env: Env) => join(env.KOE_DATA_DIR, 'secret')
