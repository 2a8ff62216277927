export const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

/**
 * The delimiter of a file by its beginning: the one that splits the most lines into the same number of columns as
 * the first, which is the header; more columns win a tie. Quoted text doesn't count.
 */
export function guessDelimiter(text: string): Delimiter {
  let best: Delimiter = ','
  let bestScore = -1
  for (const delimiter of delimiters) {
    const counts = countsPerLine(text, delimiter)
    const columns = counts[0] ?? 0
    if (columns === 0) continue
    const same = counts.filter((count) => count === columns).length
    const score = (same / counts.length) * 1000 + columns
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

function countsPerLine(text: string, delimiter: string): number[] {
  const counts: number[] = []
  let quoted = false
  let count = 0
  let length = 0
  for (const char of text) {
    if (char === '"') quoted = !quoted
    else if (!quoted && (char === '\n' || char === '\r')) {
      if (length) counts.push(count)
      count = length = 0
      if (counts.length === 50) return counts
      continue
    } else if (!quoted && char === delimiter) count++
    length++
  }
  if (length && counts.length === 0) counts.push(count)
  return counts
}
