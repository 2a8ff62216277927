import type { Word } from '#app/platform/words.ts'
import type { askChannels, AskWay } from '#db/enums/advocacy.ts'

export const wayWords: Record<AskWay, Word> = {
  phone: { en: 'By telephone', ja: '電話' },
  meeting: { en: 'In a meeting', ja: '打ち合わせ' },
  event: { en: 'At an event', ja: 'イベント' },
  message: { en: 'By a message of my own', ja: '個別のメッセージ' },
}

export const channelWords: Record<(typeof askChannels)[number], Word> = {
  mail: { en: 'By mail', ja: 'メール' },
  hand: { en: 'By hand', ja: '直接' },
  thanks: { en: 'After an answer', ja: '回答直後のページ' },
}

/** One ask on a page of its own, and asking by telephone or face to face. */
export const handWords = {
  ask: { en: 'Ask', ja: 'お願い' },
  title: { en: '{kind}: {name}', ja: '{kind}：{name} 様' },
  byHand: { en: 'Ask by hand', ja: '直接お願いする' },
  byHandHint: {
    en: 'By telephone or face to face. The same rules and budgets hold; the person is reserved for you for a day.',
    ja: 'お電話や対面でのお願いです。条件と上限はメールと同じで、1 日のあいだ枠を確保します。',
  },
  held: {
    en: 'Not reserved: {holder} is asking this person.',
    ja: '{holder} がお願い中のため、枠を確保できませんでした。',
  },
  refused: { en: 'Can’t be asked for this just now: {why}', ja: '現在このお願いはできません：{why}' },
  facts: { en: 'About it', ja: '概要' },
  channel: { en: 'How', ja: '方法' },
  reservedUntil: { en: 'Reserved until', ja: '枠の期限' },
  asked: { en: 'What was asked', ja: 'お願いした内容' },
  outline: { en: 'Something to go by', ja: '依頼文の例' },
  noteTitle: { en: 'I have asked', ja: 'お願いした内容を記録' },
  noteLead: {
    en: 'Reserved for you. The owner of the account was told and can stop it until you note that you asked.',
    ja: '枠を確保しました。取引先の担当者にも通知済みで、記録するまでは中止できます。',
  },
  way: { en: 'How did you ask?', ja: 'お願いの方法' },
  text: { en: 'What did you ask?', ja: 'お願いした内容' },
  textHint: { en: 'For colleagues, and for who owns the account. The customer may ask to see it.', ja: '社内向けの記録です。ご本人から開示を求められることがあります。' }, // prettier-ignore
  said: { en: 'What did they say?', ja: 'お返事' },
  saidTitle: { en: 'What did they say?', ja: 'お返事を記録' },
  saidLead: {
    en: 'When they told you. What they choose by their own link counts as well, whichever is later.',
    ja: '口頭などでお返事をいただいたときに記録します。ご本人がリンクから返答した場合は、新しいほうが有効です。',
  },
  none: { en: 'Nothing yet', ja: 'まだ返事がない' },
  accept: { en: 'Yes', ja: '承諾' },
  decline: { en: 'No', ja: '辞退' },
  later: { en: 'Later', ja: '後日' },
  months: { en: 'If later: in how many months?', ja: '「後日」の場合：何か月後' },
  spoken: { en: 'Language you spoke', ja: '会話の言語' },
  words: {
    en: 'What a yes agrees to. Tell them in these words:',
    ja: '承諾により同意いただく内容です。次の文面をお伝えください。',
  },
  told: { en: 'I told them these words, and they agreed', ja: 'この文面を伝え、同意を得ました' },
  note: { en: 'What they said, in short', ja: 'お返事の内容（要約）' },
  save: { en: 'Keep it', ja: '記録する' },
  saved: { en: 'Kept.', ja: '記録しました。' },
  givenBack: { en: 'Given back.', ja: '枠を取り下げました。' },
  consentStaff: { en: 'as told to a colleague', ja: '担当者に口頭で' },
} satisfies Record<string, Word>
