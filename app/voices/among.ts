/** Filters of the list of answers that a voice without a score can meet too, and what only changes how they are shown. */
const meets = new Set(['q', 'account', 'contact', 'topic', 'class', 'comment', 'language', 'from', 'to'])
const shows = new Set(['view', 'after', 'heard', 'limit', 'tab'])

/** What voices are asked for beside answers that are asked for so; null when no voice could fit. */
export function askedOfVoices(query: Record<string, string>): Record<string, string> | null {
  const asked = Object.entries(query).filter(([name]) => !shows.has(name))
  if (query.heard === '0' || query.topic === 'none' || query.comment === '0') return null
  if (asked.some(([name]) => !meets.has(name))) return null
  return Object.fromEntries(asked.filter(([name]) => name !== 'comment'))
}

/** Both in one order, the newest day first; what was heard elsewhere stands above the answers of its day. */
export function amongAnswers<A extends { day: number }, V extends { day: number }>(
  answers: A[],
  voices: V[],
): ({ answer: A; voice?: undefined } | { voice: V; answer?: undefined })[] {
  const waiting = [...voices]
  const all = answers.flatMap((answer) => {
    const before = waiting.findIndex((voice) => voice.day < answer.day)
    const above = waiting.splice(0, before === -1 ? waiting.length : before)
    return [...above.map((voice) => ({ voice })), { answer }]
  })
  return [...all, ...waiting.map((voice) => ({ voice }))]
}
