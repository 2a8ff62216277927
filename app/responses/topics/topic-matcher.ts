import { foldText } from '#app/responses/topics/folded-text.ts'
import { PhraseIndex } from '#app/responses/topics/phrase-index.ts'
import { faultOf, foldPhrase } from '#app/responses/topics/phrase.ts'
import { mergeSpans, type Span } from '#app/responses/topics/spans.ts'
import type { RuleList, TopicRule } from '#app/responses/topics/topic.ts'

export interface RuledTopic {
  id: string
  /** One for each language; a comment may fit any of them, whatever language its page was in. */
  rules: readonly TopicRule[]
}

interface Use {
  rule: number
  list: RuleList
}

/** A set of topics made ready to look through many comments. Phrases with a fault are left out. */
export class TopicMatcher {
  readonly #index: PhraseIndex
  /** Phrase number → where it is used. */
  readonly #uses: Use[][] = []
  readonly #rules: { topicId: string; any: boolean; all: number }[] = []

  constructor(topics: readonly RuledTopic[]) {
    const numbers = new Map<string, number>()
    for (const topic of topics) {
      for (const given of topic.rules) {
        const rule = this.#rules.length
        const lists = { any: sound(given.any), all: sound(given.all), none: sound(given.none) }
        this.#rules.push({ topicId: topic.id, any: lists.any.length > 0, all: lists.all.length })
        for (const list of ['any', 'all', 'none'] as const) {
          for (const phrase of lists[list]) {
            const number = numbers.get(phrase) ?? numbers.size
            numbers.set(phrase, number)
            ;(this.#uses[number] ??= []).push({ rule, list })
          }
        }
      }
    }
    this.#index = new PhraseIndex([...numbers.keys()])
  }

  /** The topics of a comment, each with the places of the words that made it, in the customer's own text. */
  topicsOf(comment: string): Map<string, Span[]> {
    const { folded, from, to } = foldText(comment)
    const found = new Map<number, Span[]>()
    this.#index.find(folded, (phrase, start, end) => {
      const span: Span = [from[start]!, to[end - 1]!]
      const known = found.get(phrase)
      if (!known) found.set(phrase, [span])
      else if (known.length < 20) known.push(span)
    })
    const topics = new Map<string, Span[]>()
    for (const [rule, hit] of this.#hitsOf(found)) {
      const { topicId, any, all } = this.#rules[rule]!
      if (hit.none || (any && !hit.any) || hit.all < all || (!any && all === 0)) continue
      topics.set(topicId, [...(topics.get(topicId) ?? []), ...hit.spans])
    }
    for (const [topicId, spans] of topics) topics.set(topicId, mergeSpans(spans).slice(0, 20))
    return topics
  }

  #hitsOf(found: Map<number, Span[]>) {
    const hits = new Map<number, { any: boolean; all: number; none: boolean; spans: Span[] }>()
    for (const [phrase, spans] of found) {
      for (const { rule, list } of this.#uses[phrase]!) {
        const hit = hits.get(rule) ?? { any: false, all: 0, none: false, spans: [] }
        hits.set(rule, hit)
        if (list === 'none') hit.none = true
        else {
          if (list === 'any') hit.any = true
          else hit.all++
          hit.spans.push(...spans)
        }
      }
    }
    return hits
  }
}

const sound = (phrases: readonly string[]) => [
  ...new Set(phrases.filter((phrase) => faultOf(phrase) === null).map(foldPhrase)),
]
