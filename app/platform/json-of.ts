/** A text as the JSON that it is; null when it is none. What comes back may be anything: give it to a schema. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
