import { randomFillSync } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz' // Crockford's base 32: no i, l, o, u
const pool = Buffer.alloc(8 * 1024)
let used = pool.length

/**
 * A new id: prefix, 9 characters of milliseconds, 16 random ones (80 bits). Sorts by time of making,
 * needs no shared counter, and can't be guessed.
 */
export function newId(prefix: string, at: number = Date.now()): string {
  let random = ''
  for (const byte of randomBytes16()) random += alphabet[byte & 31]
  return firstId(prefix, at) + random
}

/** What sorts before every id that is made at an instant, and after every earlier one. */
export function firstId(prefix: string, at: number): string {
  let time = ''
  for (let rest = at, i = 0; i < 9; i++, rest = Math.floor(rest / 32)) time = alphabet[rest % 32] + time
  return `${prefix}_${time}`
}

/** 16 bytes that nobody can guess, from a pool: to ask the system for each few costs more than what is made of them. Copy what you keep. */
export function randomBytes16(): Buffer {
  if (used + 16 > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 16
  return pool.subarray(used - 16, used)
}
