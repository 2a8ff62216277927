import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold } from '#app/platform/text.ts'
import { foldText } from '#app/responses/topics/folded-text.ts'
import { PhraseIndex } from '#app/responses/topics/phrase-index.ts'
import { faultOf, foldPhrase, isWordUnit } from '#app/responses/topics/phrase.ts'
import { cutAtSpans, mergeSpans, type Span } from '#app/responses/topics/spans.ts'
import { starterTopics } from '#app/responses/topics/starter-topics.ts'
import { TopicMatcher } from '#app/responses/topics/topic-matcher.ts'
import { faultsOfRule, mostTopics, phrasesOf, type TopicRule } from '#app/responses/topics/topic.ts'
import { harder, labelled, unseen } from '#test/responses/topic-comments.ts'

const rule = (any: string[], over: Partial<TopicRule> = {}): TopicRule => ({ any, all: [], none: [], ...over })
/** The words that one rule finds in a comment, or null when it doesn't fit. */
function words(given: TopicRule, comment: string): string[] | null {
  const spans = new TopicMatcher([{ id: 'top_x', rules: [given] }]).topicsOf(comment).get('top_x')
  return spans ? spans.map(([from, to]) => comment.slice(from, to)) : null
}

it('English phrases are whole words, whatever their case; a star takes the rest of a word', () => {
  expect(words(rule(['report']), 'The Report, please. Reporters reported.')).toEqual(['Report'])
  expect(words(rule(['report*']), 'The Report. Reporters reported.')).toEqual(['Report', 'Reporters', 'reported'])
  expect(words(rule(['response* time']), 'Response times? The response time!')).toEqual(['response time'])
  expect(words(rule(['ui']), 'build, UI, guide')).toEqual(['UI'])
  expect(words(rule(['can’t find']), "I can't  find it")).toEqual(["can't  find"])
})

it('Japanese is found inside words, in either width and kana, also beside Latin letters', () => {
  expect(words(rule(['サポート']), 'ｻﾎﾟｰﾄの対応、さぽーと')).toEqual(['ｻﾎﾟｰﾄ', 'さぽーと'])
  expect(words(rule(['API']), 'ＡＰＩの連携、APIが')).toEqual(['ＡＰＩ', 'API'])
  expect(words(rule(['株式']), '㍿コエ')).toEqual(['㍿'])
  expect(words(rule(['遅い']), '遅くない')).toBeNull()
})

it('any, all and none hold together', () => {
  const both = rule(['slow', 'lag'], { all: ['report*'], none: ['not slow'] })
  expect(words(both, 'Slow reports')).toEqual(['Slow', 'reports'])
  expect(words(both, 'Slow everywhere')).toBeNull()
  expect(words(both, 'Reports are not slow')).toBeNull()
  expect(words(rule([], { all: ['画面', '遅い'] }), '画面が遅い')).toEqual(['画面', '遅い'])
  expect(words(rule([]), 'anything')).toBeNull()
})

it('phrases with a fault are told kindly, each by its own code', () => {
  const codes = (given: TopicRule) =>
    Object.fromEntries(Object.entries(faultsOfRule(given)).map(([list, fault]) => [list, fault.code]))
  expect(codes(rule(['slow', '遅', 'UI', '24/7', 'crash*', 'plug-in*']))).toEqual({})
  expect(codes(rule(['a']))).toEqual({ any: 'too_short' })
  expect(codes(rule(['あ']))).toEqual({ any: 'too_short' })
  expect(codes(rule(['*']))).toEqual({ any: 'star_alone' })
  expect(codes(rule(['ab*']))).toEqual({ any: 'star_short' })
  expect(codes(rule(['サポート*']))).toEqual({ any: 'star_place' })
  expect(codes(rule(['sup*port']))).toEqual({ any: 'star_place' })
  expect(codes(rule(['!?']))).toEqual({ any: 'no_letters' })
  expect(codes(rule(['x'.repeat(61)]))).toEqual({ any: 'too_long' })
  expect(codes(rule(['Excel', 'ＥＸＣＥＬ']))).toEqual({ any: 'twice' })
  expect(codes(rule(['slow'], { none: ['SLOW'] }))).toEqual({ none: 'both' })
  expect(codes(rule([], { none: ['slow'] }))).toEqual({ none: 'nothing_to_find' })
  expect(codes(rule(Array.from({ length: 151 }, (_, i) => `word${i}`)))).toEqual({ any: 'too_many' })
  expect(phrasesOf(' slow \r\n\n 対応  が遅い \n')).toEqual(['slow', '対応 が遅い'])
})

const letters = fc.constantFrom(..."aAbBé' -1*".split(''), ...'アあｱﾞか゛遅対㍿ー＊Ａ　\n\u0301\u200b😀'.match(/./gsu)!)
const text = fc.string({ unit: letters, maxLength: 40 })
const phrase = fc.string({ unit: letters, minLength: 1, maxLength: 6 }).filter((typed) => faultOf(typed) === null)

/** What the index must find, by trying every place by hand. */
function naive(phrases: string[], folded: string): string[] {
  const isWord = (at: number) => isWordUnit(folded, at)
  const found: string[] = []
  phrases.forEach((phrase, number) => {
    for (let from = 0; from < folded.length; from++) {
      if (isWord(from) && isWord(from - 1)) continue
      let [at, fits] = [from, true]
      for (const unit of phrase.split('')) {
        if (unit === '*') while (isWord(at)) at++
        else if (folded[at] === unit) at++
        else fits = false
        if (!fits) break
      }
      if (fits && !(isWord(at) && isWord(at - 1))) found.push(`${number}:${from}-${at}`)
    }
  })
  return found.toSorted()
}

it('the index finds exactly what a naive search finds', () => {
  fc.assert(
    fc.property(fc.array(phrase, { maxLength: 8 }), text, (typed, comment) => {
      const phrases = [...new Set(typed.map(foldPhrase))]
      const { folded } = foldText(comment)
      const found: string[] = []
      new PhraseIndex(phrases).find(folded, (number, from, to) => found.push(`${number}:${from}-${to}`))
      expect([...new Set(found)].toSorted()).toEqual(naive(phrases, folded))
    }),
    { numRuns: 2_000 },
  )
})

it('spans lie inside the text, in order, and what stands there folds to text with the phrase in it', () => {
  fc.assert(
    fc.property(phrase, text, text, (typed, before, after) => {
      const comment = `${before} ${typed.replaceAll('*', '')} ${after}`
      const spans = new TopicMatcher([{ id: 't', rules: [rule([typed])] }]).topicsOf(comment).get('t') ?? []
      let last = 0
      for (const [from, to] of spans) {
        expect(from).toBeGreaterThanOrEqual(last)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(comment.length)
        const stem = foldPhrase(typed).split('*')[0]!
        expect(foldText(comment.slice(from, to)).folded).toContain(stem)
        last = to
      }
    }),
    { numRuns: 2_000 },
  )
})

it('a phrase of letters is found in every text that has it as words of its own', () => {
  fc.assert(
    fc.property(phrase, text, text, (typed, before, after) => {
      const clean = typed.replaceAll('*', '').replaceAll('＊', '')
      fc.pre(faultOf(clean) === null && !/^[\u0301\u200bﾞ゛]/.test(clean))
      const comment = `${before}。${clean}。${after}`
      expect(words(rule([clean]), comment)).not.toBeNull()
    }),
  )
})

it('the map leads from every folded character to the characters it was made of', () => {
  fc.assert(
    fc.property(text, (original) => {
      const { folded, from, to } = foldText(original)
      for (let at = 0; at < folded.length; at++) {
        expect(from[at]).toBeLessThan(to[at]!)
        expect(to[at]).toBeLessThanOrEqual(original.length)
        if (at > 0) expect(from[at]).toBeGreaterThanOrEqual(from[at - 1]!)
      }
    }),
  )
  for (const same of ['ｻﾎﾟｰﾄ　ＡＢＣ', 'Café ①  x', 'ガギグ ㈱']) expect(foldText(same).folded).toBe(fold(same)) // and quotes and dashes beyond it
})

it('hostile text and phrases cost no more than their length', () => {
  const phrases = Array.from({ length: 150 }, (_, i) => `${'a '.repeat(i % 29)}aaa*`)
  const matcher = new TopicMatcher([{ id: 't', rules: [rule(phrases), rule(['あ'.repeat(60), '遅'])] }])
  // Growing with the square, this would run into the time limit of the tests.
  for (const comment of [
    'a '.repeat(2_500),
    'a'.repeat(5_000),
    'あ'.repeat(5_000),
    '遅'.repeat(5_000),
    '\u0301'.repeat(5_000),
    'ﾞ'.repeat(5_000),
  ])
    // prettier-ignore
    for (const spans of matcher.topicsOf(comment).values()) expect(spans.length).toBeLessThanOrEqual(20)
})

it('spans merge when they overlap, and cut a text without losing a character', () => {
  expect(mergeSpans([[4, 6], [0, 2], [1, 3]])).toEqual([[0, 3], [4, 6]]) // prettier-ignore
  const span = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 9 })).map(([from, n]): Span => [from, from + n])
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(fc.array(span, { maxLength: 3 }), { maxLength: 3 }), (t, marked) => {
      expect(cutAtSpans(t, marked).map((piece) => piece.text).join('')).toBe(t)
    }), // prettier-ignore
  )
})

it('there are twelve starter topics, without fault, in both languages', () => {
  expect(starterTopics).toHaveLength(12)
  expect(starterTopics.length).toBeLessThan(mostTopics)
  for (const topic of starterTopics) {
    expect([topic.id, faultsOfRule(topic.en), faultsOfRule(topic.ja)]).toEqual([topic.id, {}, {}])
    expect(topic.en.any.length).toBeGreaterThan(10)
    expect(topic.ja.any.length).toBeGreaterThan(10)
  }
})

/** Precision: how many given topics are right. Recall: how many right topics are given. */
function measure(set: typeof labelled) {
  const matcher = new TopicMatcher(starterTopics.map(({ id, en, ja }) => ({ id, rules: [en, ja] })))
  let [right, given, wanted] = [0, 0, 0]
  for (const [comment, ...about] of set) {
    const found = [...matcher.topicsOf(comment).keys()].map((id) => id.replace('top_', ''))
    right += found.filter((key) => about.includes(key)).length
    given += found.length
    wanted += about.length
  }
  return { precision: right / given, recall: right / wanted }
}

it('the starter topics read business comments as a person does', () => {
  expect(labelled.length + harder.length + unseen.length).toBeGreaterThan(150)
  expect(measure(labelled)).toEqual({ precision: 1, recall: 1 })
  const hard = measure(harder)
  expect(hard.precision).toBeGreaterThan(0.95)
  expect(hard.recall).toBeGreaterThan(0.95)
  const honest = measure(unseen)
  expect(honest.precision).toBeGreaterThan(0.95)
  expect(honest.recall).toBeGreaterThan(0.8)
})
