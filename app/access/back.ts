/** A path of this install to go back to. What leads to another host, however it is written, gives `otherwise`. */
export function localPath(text: unknown, otherwise = '/'): string {
  if (typeof text !== 'string' || !text.startsWith('/')) return otherwise
  const here = 'http://koe.invalid'
  if (!URL.canParse(text, here)) return otherwise
  const url = new URL(text, here)
  const path = url.pathname + url.search + url.hash
  return url.origin === here && !path.startsWith('//') ? path : otherwise
}
