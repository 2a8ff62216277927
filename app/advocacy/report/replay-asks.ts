import { after, askVerbs, type AskVerb } from '#app/advocacy/asking/ask.ts'
import type { AskState } from '#db/enums/advocacy.ts'

/** An event of an ask. */
export interface AskEvent {
  askId: string
  type: string
  at: number
}

/** An ask as far as its events tell. */
export interface ReplayedAsk {
  state: AskState
  /** When it reached its person; null when it never did. */
  sentAt: number | null
}

/**
 * Asks as their events tell them, by id: each begins reserved, and each verb leads on as the table of states says. What a
 * state refuses changes nothing; of one instant, the verbs count in the order of an ask's life. `types`: the event of each verb.
 */
export function replayAsks(
  events: readonly AskEvent[],
  types: Readonly<Record<AskVerb, string>>,
): Map<string, ReplayedAsk> {
  const verbs = new Map(askVerbs.map((verb) => [types[verb], verb]))
  const turn = new Map(askVerbs.map((verb, i) => [types[verb], i]))
  const inOrder = events.toSorted((a, b) => a.at - b.at || (turn.get(a.type) ?? -1) - (turn.get(b.type) ?? -1))
  const asks = new Map<string, ReplayedAsk>()
  for (const { askId, type, at } of inOrder) {
    const ask = asks.get(askId) ?? { state: 'reserved', sentAt: null }
    const verb = verbs.get(type)
    const to = verb && after(ask.state, verb)
    asks.set(askId, to ? { state: to, sentAt: verb === 'send' ? at : ask.sentAt } : ask)
  }
  return asks
}
