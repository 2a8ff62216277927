import type { Word } from '#app/platform/words.ts'

/** Which answers open a case. */
export const caseRuleWords = {
  cases: { en: 'Cases', ja: 'フォローアップ' },
  lead: {
    en: 'Whom somebody replies to. A change holds for answers that are counted from then on; scores and rates stay what they are.',
    ja: 'どの回答に担当者が対応するかを決めます。変更は、それ以降に集計される回答から適用されます。スコアや割合の集計は変わりません。',
  },
  unhappy: { en: 'An unhappy score opens a case', ja: '低い点数の回答でフォローアップを作成する' },
  unhappyHint: {
    en: 'The owner of the account gets it, and one case gathers everybody there who is unhappy. Switched off, these answers wait for nobody, and the log names the rule for each.',
    ja: '取引先の担当者に割り当てられ、同じ取引先で不満をお持ちの方は 1 件にまとまります。オフにすると対応は行われず、回答ごとに適用されたルールが記録されます。',
  },
  contradictions: {
    en: 'A comment that contradicts a good score opens a case',
    ja: '点数と食い違うコメントでフォローアップを作成する',
  },
  contradictionsHint: {
    en: 'For scores of {from} to {to}: strongly unhappy words in English or Japanese, such as “we are cancelling our contract”. Few and plain phrases; in doubt no case is opened. The severity is normal, and the score counts as it was given.',
    ja: '{from}～{to} 点の回答のうち、「解約を検討しています」のような強い不満の言葉（日本語・英語）を含むものが対象です。明らかな表現に限り、判断に迷う場合は作成しません。重要度は「通常」で、点数はそのまま集計されます。',
  },
  threshold: { en: 'At this score and below', ja: 'この点数以下で作成' },
  urgentUpTo: { en: 'Urgent up to', ja: '「緊急」の上限' },
  highUpTo: { en: 'High up to', ja: '「高」の上限' },
  normalUpTo: { en: 'Normal up to', ja: '「通常」の上限' },
  restIsLow: { en: 'What is left is low.', ja: '残りは「低」になります。' },
  notUsed: { en: 'Not used', ja: '使用しない' },
  noCase: { en: 'no case', ja: 'フォローアップなし' },
  from: {
    en: 'Scores of {threshold} and below open a case.',
    ja: '{threshold} 点以下の回答でフォローアップを作成します。',
  },
  fromNone: { en: 'No score opens a case.', ja: '点数によるフォローアップは作成しません。' },
  fromComments: {
    en: 'A strongly unhappy comment with a score of {from} to {to} opens one too.',
    ja: '{from}～{to} 点でも、強い不満のコメントがあれば作成します。',
  },
  fromNoComments: {
    en: 'A comment that contradicts a good score opens none.',
    ja: '点数と食い違うコメントでは作成しません。',
  },
} satisfies Record<string, Word>
