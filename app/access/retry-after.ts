import type { HeadersFunction } from '@remix-run/node'

/** A page's `headers` when its form may be refused for a while: the framework drops what an action sets, otherwise. */
export const retryAfter: HeadersFunction = ({ actionHeaders, loaderHeaders, errorHeaders }): Record<string, string> => {
  const seconds = [actionHeaders, loaderHeaders, errorHeaders]
    .map((headers) => headers?.get('retry-after'))
    .find(Boolean)
  return seconds ? { 'retry-after': seconds } : {}
}
