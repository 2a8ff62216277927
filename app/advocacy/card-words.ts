import type { AdvocateVerb } from '#app/advocacy/advocate.ts'
import type { Word } from '#app/platform/words.ts'

export const verbWords: Record<AdvocateVerb, Word> = {
  activate: { en: 'Activate', ja: '活動開始' },
  pause: { en: 'Pause', ja: '休止' },
  reactivate: { en: 'Bring back', ja: '再開' },
  leave: { en: 'Let go', ja: '退会' },
}

/** An advocate on a card or in a row: apart from the page of advocates, since the first page shows some. */
export const advocateWords = {
  noComment: { en: 'No comment, only the score.', ja: 'コメントなし（点数のみ）' },
  turned: { en: 'The answer has changed since.', ja: 'その後、回答が変わりました。' },
  nominated: { en: 'Nominated', ja: '候補になった日' },
  agreesTo: { en: 'agrees: {kind}', ja: '同意：{kind}' },
} satisfies Record<string, Word>
