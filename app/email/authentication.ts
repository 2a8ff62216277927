/**
 * Whether the provider that took a mail in says that its sender is forged, by `Authentication-Results` (RFC 8601) or, where
 * that is missing, `Received-SPF`. Only a failure is believed: a header that says `pass` may come from the sender. DMARC
 * decides when it is there; without it, DKIM and SPF must both fail, since forwarding breaks one of them.
 */
export function saysForged(headers: Record<string, string>): boolean {
  const results = (headers['authentication-results'] ?? '').toLowerCase().replace(/\([^()]*\)/g, ' ')
  const said = (method: string) => [...results.matchAll(new RegExp(`\\b${method}\\s*=\\s*([a-z]+)`, 'g'))].map(([, word]) => word!) // prettier-ignore
  const failed = (words: string[]) => words.length > 0 && words.every((word) => word === 'fail' || word === 'softfail' || word === 'permerror') // prettier-ignore
  const dmarc = said('dmarc').filter((word) => word !== 'none')
  if (dmarc.includes('fail')) return true
  if (dmarc.includes('pass')) return false
  const [dkim, spf] = [said('dkim'), said('spf')]
  if (failed(dkim) && (spf.length === 0 || failed(spf))) return true
  if (dkim.length === 0 && failed(spf)) return true
  return results === '' && /^\s*fail\b/i.test(headers['received-spf'] ?? '')
}
