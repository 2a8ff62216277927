import { codeAlphabet, codeLength } from '#app/advocacy/referrals/code.ts'
import { randomBytes16 } from '#app/platform/ids.server.ts'

/** A code that nobody can guess: 65 random bits, by no counter and no clock. */
export const newCode = (): string =>
  Array.from(randomBytes16().subarray(0, codeLength), (byte) => codeAlphabet[byte & 31]).join('')
