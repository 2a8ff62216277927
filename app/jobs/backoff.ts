import { HOUR } from '#app/platform/day.ts'

const first = 10_000
const longest = 2 * HOUR

/**
 * How long to wait after a failed try, in milliseconds: 10 s, 30 s, 90 s, … up to two hours, of which the later half
 * is by chance, so that what failed together doesn't come back together.
 * @param attempt the try that failed, from 1
 * @param random from 0 to 1
 */
export function backoff(attempt: number, random: number): number {
  const full = Math.min(longest, first * 3 ** (Math.max(1, attempt) - 1))
  return Math.round(full / 2 + (full / 2) * random)
}
