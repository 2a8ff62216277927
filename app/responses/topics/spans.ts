/** A place in a text: [from, to), in UTF-16 units. */
export type Span = [from: number, to: number]

/** The same places in order, those that overlap as one. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1)
    if (last && from < last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

/** A part of a text, and whose words it belongs to (places in the given list). */
export interface Piece {
  text: string
  of: number[]
}

/** Cuts a text at every border of the spans, so that each piece can be marked for all that it belongs to. */
export function cutAtSpans(text: string, marked: readonly (readonly Span[])[]): Piece[] {
  const cuts = new Set([0, text.length])
  for (const [from, to] of marked.flat()) {
    cuts.add(Math.min(from, text.length))
    cuts.add(Math.min(to, text.length))
  }
  const borders = [...cuts].toSorted((a, b) => a - b)
  return borders.slice(0, -1).map((from, i) => ({
    text: text.slice(from, borders[i + 1]),
    of: marked.flatMap((spans, owner) => (spans.some(([a, b]) => a <= from && from < b) ? [owner] : [])),
  }))
}

/** The words at the spans, each once. */
export const wordsAt = (text: string, spans: readonly Span[]): string[] => [
  ...new Set(spans.map(([from, to]) => text.slice(from, to)).filter(Boolean)),
]
