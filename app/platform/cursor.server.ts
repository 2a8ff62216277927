import { isId } from '#app/platform/id.ts'

/** Where a list goes on: the sort key and id of the last row shown, in text that fits a URL. */
export function writeCursor(key: number | string, id: string): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url')
}

/** Reads a cursor; null when it is none, so that an altered one starts the list again. */
export function readCursor<K extends 'number' | 'string'>(
  text: string | null | undefined,
  key: K,
): { key: K extends 'number' ? number : string; id: string } | null {
  if (!text || text.length > 400) return null
  try {
    const made: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (!Array.isArray(made) || made.length !== 2 || typeof made[0] !== key || typeof made[1] !== 'string') return null
    if (typeof made[0] === 'number' && !Number.isSafeInteger(made[0])) return null
    if (!isId(made[1]) || String(made[0]).includes('\0')) return null
    return { key: made[0] as K extends 'number' ? number : string, id: made[1] }
  } catch {
    return null
  }
}
