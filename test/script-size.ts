import { gzipSync } from 'node:zlib'

/**
 * Kilobytes of JavaScript, gzipped, that a page makes a browser fetch: its scripts, what it preloads and what they
 * import at once. `get` reads an address of the server as who looks at the page.
 */
export async function scriptSize(page: string, get: (path: string) => Promise<string>): Promise<number> {
  const html = await get(page)
  const waiting = [...html.matchAll(/(?:src|href|import|from)\s*=?\s*["'](\/[^"']+\.js)["']/g)].map(([, path]) => path!)
  const seen = new Set<string>()
  let bytes = 0
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const text = await get(path)
    bytes += gzipSync(text, { level: 9 }).length
    for (const [, other] of text.matchAll(/(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g))
      waiting.push(new URL(other!, `http://koe.test${path}`).pathname)
  }
  return bytes / 1000
}
