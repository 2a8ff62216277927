import type { Word } from '#app/platform/words.ts'

export const suggestionWords = {
  title: { en: 'Customers named a colleague', ja: 'お客様からのご担当者の紹介' },
  lead: {
    en: 'Nobody is written to before you agree.',
    ja: '承認するまで、ご本人には何も送信されません。',
  },
  by: { en: '{by} said this is the right person for “{program}”', ja: '{by} さんより「{program}」の回答者として紹介' },
  byNobody: { en: 'Named for “{program}”', ja: '「{program}」の回答者として紹介' },
  unknownDomain: { en: 'Unknown domain', ja: '未登録のドメイン' },
  unknownDomainHint: {
    en: 'The address is neither of this company’s domain nor of the one who named it. Look twice.',
    ja: 'この取引先、または紹介した方と異なるドメインのアドレスです。よくご確認ください。',
  },
  approve: { en: 'Add and invite', ja: '追加して招待' },
  refuse: { en: 'Refuse and forget', ja: '承認せずに削除' },
  invited: { en: '{name} was added and will be invited.', ja: '{name} さんを追加し、招待を送信します。' },
  addedOnly: {
    en: '{name} was added. The program is not live, so nothing is sent.',
    ja: '{name} さんを追加しました。プログラムが稼働中でないため、招待は送信されません。',
  },
  addedNot: {
    en: '{name} was added, but is not invited: {reason}.',
    ja: '{name} さんを追加しましたが、招待は送信されません（{reason}）。',
  },
  addedLater: {
    en: '{name} was added. The invitation waits until the contact rules let it go.',
    ja: '{name} さんを追加しました。配信ルールで招待できるようになり次第、お送りします。',
  },
  refused: { en: 'Refused. What was typed is forgotten.', ja: '承認しませんでした。入力内容は削除されました。' },
} satisfies Record<string, Word>
