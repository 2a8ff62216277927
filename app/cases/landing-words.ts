import type { Word } from '#app/platform/words.ts'
import type { LandReason } from '#db/enums/cases.ts'

/** Why an answer is on a case, where its score doesn't say it. */
export const landReasonWords: Record<Exclude<LandReason, 'score'>, Word> = {
  contradiction: { en: 'The comment contradicts the {score}', ja: '{score} 点と食い違うコメント' },
  asked: { en: 'Asked for a reply', ja: 'ご本人が返信を希望' },
}

/** What the timeline says when such a comment opened the case or joined it. */
export const landEventWords: Record<string, Word> = {
  'cases.opened_contradiction': {
    en: 'Opened by a comment that contradicts its score of {score}',
    ja: '{score} 点の評価と食い違うコメントにより開始',
  },
  'cases.joined_contradiction': {
    en: 'Another answer joined: its comment contradicts the score of {score}',
    ja: '{score} 点の評価と食い違うコメントの回答が追加',
  },
}
