/** Calls of a webhook before one is given up: with the pauses between them about a quarter of an hour. */
export const hookTries = 6

/** What its address is encrypted for. */
export const hookPurpose = 'notification-hook'

/** An address of which everybody may see what kind it is, and only its owner can tell which: host and last characters. */
export function maskHook(url: string): string {
  const { host, pathname, search } = new URL(url)
  const end = `${pathname}${search}`.slice(-4)
  return `https://${host}/…${`${pathname}${search}`.length > 12 ? end : ''}`
}
