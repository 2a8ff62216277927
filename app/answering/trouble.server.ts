import type { Visit } from '#app/answering/visit.ts'
import { Refusal } from '#app/platform/errors.ts'
import { plain } from '#app/platform/http/guard.server.ts'
import { log } from '#app/platform/log.server.ts'

/** What stands in the way for a while: nothing can be saved, or too much comes from one place. */
export type Trouble = 'busy' | 'tooOften'

export const troubleStatus: Record<Trouble, number> = { busy: 503, tooOften: 429 }

/** When to come again, in seconds, by the status of a reply. */
const retryAfter: Record<number, string> = { 503: '10', 429: '3600' }

/** The header that says so; nothing for a status that won't change by waiting. */
export const comeAgain = (status: number): Record<string, string> | undefined =>
  retryAfter[status] === undefined ? undefined : { 'retry-after': retryAfter[status] }

/** Which it is, by what was thrown; what is no limit of ours is written to the log. */
export function troubleOf({ requestId }: Visit, error: unknown, what: string): Trouble {
  if (error instanceof Refusal && error.status === 429) return 'tooOften'
  log.error({ requestId, err: plain(error) }, what)
  return 'busy'
}
