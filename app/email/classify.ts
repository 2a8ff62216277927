import { HOUR, MINUTE } from '#app/platform/day.ts'

/** What a provider said when it didn't take a request. */
export interface ProviderError {
  /** Its own name of the error: `rate_limit_exceeded`. */
  name: string
  /** Null when no answer came: the connection broke, or time ran out. */
  status: number | null
  /** Lower-case header names. */
  headers?: Record<string, string>
}

/**
 * What follows from an error.
 * - `unknown`: it may have been accepted, so only the very same request under the same key may be sent again
 * - `later`: certainly not accepted, and nothing is wrong with it; `alone` when only this mail has to wait
 * - `pause`: certainly not accepted, and neither will anything else be until somebody acts or a quota is renewed
 * - `refuse`: certainly not accepted, and won't ever be; of a batch it is not known which member is to blame. `bounced`
 *   when nobody has this address: it is suppressed
 * - `person`: sending again could send twice
 */
export type Verdict =
  | { kind: 'unknown'; reason: string; after: number | null }
  | { kind: 'later'; reason: string; after: number; alone?: boolean }
  | { kind: 'pause'; reason: string; after: number }
  | { kind: 'refuse'; reason: string; bounced?: boolean }
  | { kind: 'person'; reason: string }

const pauses: Record<string, number> = {
  daily_quota_exceeded: HOUR,
  monthly_quota_exceeded: 6 * HOUR,
  missing_api_key: 15 * MINUTE,
  invalid_api_key: 15 * MINUTE,
  restricted_api_key: 15 * MINUTE,
  invalid_access: 15 * MINUTE,
  suspended_api_key: 15 * MINUTE,
  account_suspended: 15 * MINUTE,
  invalid_from_address: 15 * MINUTE,
  invalid_region: 15 * MINUTE,
  security_error: 15 * MINUTE,
}

/** Judged by the name first, since one status has several meanings: 429 is a busy second or a spent month. */
export function classify(error: ProviderError, now: number): Verdict {
  const { name: reason, status } = error
  const after = retryAfter(error.headers ?? {}, now)

  if (status === null) return { kind: 'unknown', reason: 'no_answer', after }
  if (reason in pauses) return { kind: 'pause', reason, after: after ?? pauses[reason]! }
  if (reason === 'rate_limit_exceeded') return { kind: 'later', reason, after: after ?? 1_000 }
  if (reason === 'concurrent_idempotent_requests') return { kind: 'unknown', reason, after }
  if (reason === 'invalid_idempotent_request') return { kind: 'person', reason }
  if (status >= 500 || status === 408) return { kind: 'unknown', reason, after }
  if (status === 429) return { kind: 'later', reason, after: after ?? 5_000 }
  if (status === 401 || status === 403) return { kind: 'pause', reason, after: after ?? 15 * MINUTE } // say, a domain that isn't verified
  if (status >= 400) return { kind: 'refuse', reason }
  return { kind: 'unknown', reason, after } // an answer that can't be read
}

const longest = 24 * HOUR

/** How long a provider asks to be left alone, in milliseconds: `retry-after` in seconds or as a date, or when its window ends. */
export function retryAfter(headers: Record<string, string>, now: number): number | null {
  const said = headers['retry-after'] ?? headers['ratelimit-reset']
  if (!said) return null
  const ms = /^\s*\d+(\.\d+)?\s*$/.test(said) ? Number(said) * 1000 : Date.parse(said) - now
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), longest) : null
}
