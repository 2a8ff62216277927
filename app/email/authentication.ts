const failures = ['fail', 'hardfail', 'softfail', 'permerror']

/**
 * Whether the provider that took a mail in says that its sender is forged, by `Authentication-Results` (RFC 8601) or, where
 * that says nothing, `Received-SPF`. A failure is believed of any header, a pass only of the topmost: those below may be the
 * sender's. DMARC decides when it is there; without it, DKIM and SPF must both fail, since forwarding breaks one of them.
 */
export function saysForged(headers: Record<string, string>): boolean {
  const said = eachOf(headers['authentication-results']).map(resultsOf)
  const of = (method: string) => {
    const words = said.map((results) => results.filter((one) => one.method === method).map((one) => one.word))
    return {
      passes: words[0]?.includes('pass') ?? false,
      fails: words.flat().some((word) => failures.includes(word)),
    }
  }
  const [dmarc, dkim, spf] = [of('dmarc'), of('dkim'), of('spf')]
  if (dmarc.fails) return true
  if (dmarc.passes || dkim.passes || spf.passes) return false
  if (dkim.fails || spf.fails) return true
  return eachOf(headers['received-spf']).some((one) => /^\s*fail\b/i.test(one))
}

/** One header that came several times is a list in JSON, which may have been cut off, or lines. The topmost is the first. */
function eachOf(header = ''): string[] {
  if (!header.trimStart().startsWith('[')) return header.split(/\r?\n(?![ \t])/)
  try {
    return (JSON.parse(header) as unknown[]).map(String)
  } catch {
    return header.trimStart().slice(1).split(/"\s*,\s*"/) // prettier-ignore
  }
}

/** What each method said. Comments and quoted texts are the sender's, and so is what stands behind a result. */
function resultsOf(header: string): { method: string; word: string }[] {
  let bare = header.toLowerCase().replace(/"(?:[^"\\]|\\.)*"/g, ' ')
  for (let before = ''; before !== bare;) {
    before = bare
    bare = bare.replace(/\([^()]*\)/g, ' ')
  }
  return bare.split(';').flatMap((part) => {
    const [, method, word] = /^\s*(dmarc|dkim|spf)(?:\s*\/\s*\d+)?\s*=\s*([a-z]+)/.exec(part) ?? []
    return method && word ? [{ method, word }] : []
  })
}
