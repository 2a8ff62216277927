import { sayingsEn, tailsEn } from '#app/demo/comments-en.ts'
import { sayingsJa, tailsJa } from '#app/demo/comments-ja.ts'
import { chance, pick, slot } from '#app/demo/random.ts'
import { outageWave } from '#app/demo/scores.ts'
import { supportSayings } from '#app/demo/support-comments.ts'
import { topics, type Topic } from '#app/demo/topics.ts'
import type { Class } from '#db/enums/statistics.ts'
import type { Country } from '#app/demo/companies.ts'

type Language = 'en' | 'ja'

/** How often each topic is on people's minds, in the order of `topics`. */
const usual: Record<Class, readonly number[]> = {
  low: [14, 15, 12, 9, 13, 9, 10, 11, 6, 8],
  mid: [11, 11, 10, 8, 14, 10, 7, 14, 9, 9],
  high: [10, 20, 6, 9, 12, 8, 9, 14, 6, 14],
}

/** What somebody writes about. In the quarter of the outage and after it unhappy people speak of reliability; Germans of how it began. */
export function topicOf(of: Class, wave: number, country: Country, key: string): Topic {
  const weights = topics.map((topic, i) => {
    const often = usual[of][i]!
    if (topic === 'reliability' && of === 'low')
      return often * (wave === outageWave ? 7 : wave === outageWave + 1 ? 3 : 1)
    if (topic === 'onboarding' && country === 'DE') return often * (of === 'low' ? Math.max(1, 5 - wave) : 1 + wave / 4)
    return often
  })
  return topics[slot(weights, chance('topic', key))]!
}

export interface Occasion {
  score: number
  class: Class
  language: Language
  key: string
}

/** A comment on a wave, as the person might have written it. `used` keeps everybody from saying the same. */
export function composeComment({ score, class: of, language, key }: Occasion, topic: Topic, used: Set<string>): string {
  const sayings = (language === 'ja' ? sayingsJa : sayingsEn)[topic][of]
  const tails = language === 'ja' ? tailsJa : tailsEn
  const after = tails[of === 'low' ? (score <= 3 ? 'furious' : 'weary') : of]
  return fresh(used, (round) => {
    const tail = chance('tail', key, round) < 0.4 ? pick(after, 'which tail', key, round) : ''
    const text = choose(pick(sayings, 'saying', key, round), key, round)
    return tail ? text + (language === 'ja' ? '' : ' ') + tail : text
  })
}

/** A comment on how a request was handled. */
export const composeSupportComment = ({ class: of, language, key }: Occasion, used: Set<string>): string =>
  fresh(used, (round) => choose(pick(supportSayings[language][of], 'saying', key, round), key, round))

/** The first of a few drafts that nobody has written yet. */
function fresh(used: Set<string>, draft: (round: number) => string): string {
  let text = draft(0)
  for (let round = 1; used.has(text) && round < 12; round++) text = draft(round)
  used.add(text)
  return text
}

/** Decides each `[a|b]`. */
export const choose = (text: string, key: string, round: number) =>
  text.replace(/\[([^\]]+)\]/g, (_, parts: string, at: number) => pick(parts.split('|'), 'part', key, round, at))
