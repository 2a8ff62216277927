/**
 * An error as it may be stored and shown: no addresses, no quoted text, no link tokens, no values of a query, since
 * all of these may be personal data or secrets.
 */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  const cause = error.cause instanceof Error ? error.cause : error // Drizzle's own message holds the whole query
  const code = 'code' in cause && typeof cause.code === 'string' ? ` ${cause.code}` : ''
  const said = cause.message
    .split('\n')[0]!
    .replace(/\S+@\S+/g, '…@…')
    .replace(/(["'`«「])[^"'`»」]*(["'`»」])/g, '$1…$2')
    .replace(/[^\s/]{33,}/g, '…')
  return `${cause.name}${code}: ${said}`.slice(0, 300)
}
