import ipaddr from 'ipaddr.js'

/** Whether an address is one of the public internet: not of this machine, a private or shared network, or reserved. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  return ipaddr.process(address).range() === 'unicast' // an IPv4 address in IPv6 clothing counts as what it is
}

/** A URL that somebody typed, if it may be sent to: https, no password, and a full name or a public number. */
export function outgoingUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (url.protocol !== 'https:' || url.username || url.password) return null
  const host = hostOf(url)
  if (ipaddr.isValid(host)) return isPublic(host) ? url : null
  const isName = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) && !/\.(localhost|local|internal|home\.arpa)$/.test(host)
  return isName ? url : null
}

/** Without the brackets around a number of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')
