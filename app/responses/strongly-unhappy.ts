import { foldText } from '#app/responses/topics/folded-text.ts'
import type { Span } from '#app/responses/topics/spans.ts'
import { TopicMatcher } from '#app/responses/topics/topic-matcher.ts'
import { unhappyLists, type UnhappyList } from '#app/responses/unhappy-phrases.ts'

const matcher = new TopicMatcher(unhappyLists)

/** What strong words are, and what takes away their weight when it stands in the same sentence. */
const strong: [UnhappyList, UnhappyList[]][] = [
  ['verdict', ['elsewhere', 'others']],
  ['feeling', ['elsewhere']],
  ['going', ['elsewhere']],
  ['advice', ['elsewhere', 'faint']],
]

/** The last words of a clause that turn what follows into its opposite; five words back at most. */
const denied =
  /(?:^|\s)(?:not|no|never|nothing|nobody|none|neither|nor|without|hardly|cannot|\S+n't|stops?|stopped|avoids?|prevents?|far from)(?:\s+\S+){0,4}\s*$/
const beforeClause = /^.*(?:[,;:()"]|\sbut\s|\s-\s)/s
/** Said right after it in Japanese, up to twelve characters on: "is not", "there is no", "never thought so". */
const deniedAfter = /^[^、,]{0,12}(?:ない|なく|なかっ|ません|無い|無く)/
/** Somebody speaks of themselves. */
const ofOneself =
  /(?:^|\b(?:i am|i'm|we are|we're|i feel|we feel|i remain|we remain|leaves? us|leaves? me|left us|left me))(?: (?:still|now|really|all|just|both))?$/
/** The sentence goes on to the contrary. */
const turns = /(?:^|\s)(?:but|however|yet|though|although|until)\s|^[^、,]{0,12}(?:が|けど|けれど|けれども|ものの)[、,]/

/**
 * Whether somebody is strongly unhappy by their words alone, in English or Japanese, whatever score they gave: a verdict
 * on the whole, notice that they go, or advice against. Few and plain phrases, each sentence by itself; said of others,
 * of earlier or of what would be, denied, or put right since, they count for nothing. What it misses is read as any
 * comment is; what it found wrongly would send a colleague to a happy customer, so in doubt it finds nothing.
 */
export function soundsStronglyUnhappy(comment: string): boolean {
  const found = matcher.topicsOf(comment)
  if (found.has('over') || !strong.some(([list]) => found.has(list))) return false
  return comment.split(/(?<=[.!?。！？])|\n/).some(isStrong)
}

function isStrong(sentence: string): boolean {
  if (/[?？]\s*$/.test(sentence)) return false
  const found = matcher.topicsOf(sentence)
  const friends = found.get('friend') ?? []
  return strong.some(
    ([list, weakened]) =>
      !weakened.some((one) => found.has(one)) &&
      found
        .get(list)
        ?.some(
          (span) => !friends.some((friend) => overlaps(span, friend)) && stands(sentence, span, list === 'feeling'),
        ),
  )
}

const overlaps = ([a, b]: Span, [from, to]: Span) => a < to && from < b

/** Whether what is said there is neither denied nor taken back in the same breath. */
function stands(sentence: string, [from, to]: Span, isFeeling: boolean): boolean {
  const before = foldText(sentence.slice(0, from)).folded.replace(beforeClause, '')
  const after = foldText(sentence.slice(to)).folded
  if (isFeeling && !ofOneself.test(before.trim())) return false
  return !denied.test(before) && !deniedAfter.test(after) && !turns.test(after)
}
