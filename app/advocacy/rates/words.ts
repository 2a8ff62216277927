import type { Word } from '#app/platform/words.ts'

export const rateWords = {
  rates: { en: 'Exchange rates', ja: '換算レート' },
  lead: {
    en: 'What other currencies are worth in {base}. A deal that is won keeps the rate of its day, so that revenue adds up.',
    ja: '他の通貨を {base} に換算するレートです。受注時のレートを金額とともに記録するため、合計が変わりません。',
  },
  currency: { en: 'Currency', ja: '通貨' },
  currencyHint: { en: 'Such as USD', ja: '例：USD' },
  from: { en: 'From', ja: '適用開始日' },
  rate: { en: 'One unit is so many {base}', ja: '1 単位あたりの {base}' },
  rateHint: { en: 'At most ten digits after the point', ja: '小数点以下 10 桁まで' },
  add: { en: 'Write down', ja: '登録' },
  remove: { en: 'Remove', ja: '削除' },
  added: { en: 'Written down.', ja: '登録しました。' },
  removed: { en: 'Removed. What was won by it stays as it is.', ja: '削除しました。記録済みの金額は変わりません。' },
  none: { en: 'No rates yet', ja: 'レートがありません' },
  noneText: {
    en: 'Until there is one, deals in another currency stand in that currency alone.',
    ja: '登録するまで、他通貨の受注金額はその通貨のみで表示されます。',
  },
  unfilled: {
    en: '{all, plural, one {# won deal has} other {# won deals have}} no amount in {base} yet.',
    ja: '{base} 換算額のない受注が {all, number} 件あります。',
  },
  noneFillable: {
    en: 'No rate is known for the days on which they were won.',
    ja: '受注日に適用できるレートがありません。',
  },
  fill: { en: 'Fill in {n, number}', ja: '{n, number} 件を換算' },
  filled: { en: '{n, plural, one {# deal} other {# deals}} filled in.', ja: '{n, number} 件を換算しました。' },
  byRate: { en: 'at {rate}, the rate from {day}', ja: 'レート {rate}（{day} から適用）' },
} satisfies Record<string, Word>

export const rateErrors = {
  rate_of_base: { en: 'This is the organisation’s own currency.', ja: '基準通貨です。別の通貨を入力してください。' },
} satisfies Record<string, Word>
