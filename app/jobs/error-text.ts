import { ZodError } from 'zod'

/**
 * An error as it may be stored and shown: no addresses, no quoted text, no link tokens, no values of a query, since
 * all of these may be personal data or secrets.
 */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  const cause = error.cause instanceof Error ? error.cause : error // Drizzle's own message holds the whole query
  const code = 'code' in cause && typeof cause.code === 'string' ? ` ${cause.code}` : ''
  const said = messageOf(cause)
    .split('\n')[0]!
    .replace(/\S+@\S+/g, '…@…')
    .replace(/(["'`«「])[^"'`»」]*(["'`»」])/g, '$1…$2')
    .replace(/[^\s/]{33,}/g, '…')
  return `${cause.name}${code}: ${said}`.slice(0, 300)
}

/** zod writes its issues as JSON over many lines: the first one, with where it is, says more. */
function messageOf(error: Error): string {
  if (!(error instanceof ZodError)) return error.message
  const [issue] = error.issues
  return issue ? `${issue.path.join('.') || 'input'}: ${issue.message}` : error.message
}
