import type { CaseState } from '#app/cases/transitions.ts'
import type { Word } from '#app/platform/words.ts'
import type { ReplyWish } from '#db/enums/cases.ts'

/** What is to be done next on an open case, in the words of a list. */
export const nextWords = {
  answer: { en: 'Answer what they wrote', ja: 'いただいた言葉に返信する' },
  call: { en: 'Call them, as they wish', ja: 'ご希望どおり電話する' },
  mail: { en: 'Write to them, as they wish', ja: 'ご希望どおりメールする' },
  unwanted: { en: 'They want no reply: see what can be put right', ja: '連絡不要とのこと。改善できる点を確認する' },
  reply: { en: 'Give them a first reply', ja: '最初の返信をする' },
  resolve: { en: 'Put it right, then resolve', ja: '対応を進め、解決済みにする' },
  wait: { en: 'Their turn: ask again if nothing comes', ja: 'お客様の返信待ち。来なければ再度連絡する' },
  ask: { en: 'Resolved: the customer is asked whether it is', ja: '解決済み。お客様に確認します' },
} satisfies Record<string, Word>

/**
 * The next step of an open case: first what the customer said and nobody answered, then who has no reply yet (in the way
 * they wish), then its end.
 */
export function nextAction(of: {
  state: CaseState
  /** How many of its people wait for a reply. */
  waiting: number
  wish: ReplyWish | null
  /** As `replyWaits` says. */
  replyWaits: boolean
}): keyof typeof nextWords {
  if (of.replyWaits) return 'answer'
  if (of.waiting > 0) return of.wish === 'none' ? 'unwanted' : (of.wish ?? 'reply')
  if (of.state === 'resolved') return 'ask'
  return of.state === 'waiting' ? 'wait' : 'resolve'
}
