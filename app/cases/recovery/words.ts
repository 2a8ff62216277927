import type { Word } from '#app/platform/words.ts'
import type { SpareReason } from '#db/enums/cases.ts'

/** The question whether it was put right: what the page of a case says of it. */
export const recoveryWords = {
  closeHint: {
    en: 'It closes by itself when the customer has answered, or says nothing for 14 days. Closed now, nobody is asked, and it counts as not confirmed.',
    ja: 'お客様の回答があるか、14 日間回答がなければ自動で完了します。ここで完了すると確認の質問は送られず、「お客様の確認なし」として扱われます。',
  },
  title: { en: 'Put right?', ja: '解決の確認' },
  planned: { en: 'Is asked on {when} whether it is put right', ja: '{when} に解決したかどうかを確認する質問を送信' },
  onItsWay: { en: 'The question leaves at the next allowed hour', ja: '次の送信可能な時間に質問を送信' },
  asked: { en: 'Asked on {when}, no answer yet', ja: '{when} に質問を送信、未回答' },
  recovered: { en: 'Says that it is put right', ja: '「解決した」と回答' },
  not: { en: 'Says that it is not put right', ja: '「まだ解決していない」と回答' },
  silent: { en: 'Did not answer in 14 days', ja: '14 日間回答なし' },
  cancelled: {
    en: 'Not asked: the case was opened again or closed first',
    ja: '質問を取り消し：送信前にフォローアップを再開または完了',
  },
  cannot: { en: 'Can’t be asked: {why}', ja: '質問できません：{why}' },
  nobodyKnown: { en: 'nobody knows who answered', ja: '回答者が不明' },
  spared: { en: 'Is not asked: {why}', ja: '質問しない：{why}' },
  unsure: { en: 'An answer waits to be confirmed', ja: '確認待ちの回答があります' },
  followUp: { en: 'Follow-up answer', ja: '対応後の回答' },
  spare: { en: 'Don’t ask this person', ja: 'この方には質問しない' },
  spareHint: {
    en: 'Also not when the case is resolved again. It doesn’t say how it ended: only the customer does.',
    ja: '再び解決済みにしても質問しません。解決したかどうかは、お客様の回答によってのみ記録されます。',
  },
  why: { en: 'Why', ja: '理由' },
  ask: { en: 'Ask after all', ja: 'やはり質問する' },
  saidSpared: { en: 'This person is not asked.', ja: 'この方には質問しません。' },
  saidAsked: { en: 'This person is asked after all.', ja: 'この方に質問します。' },
  closesOn: {
    en: 'Without an answer the case closes on {when}.',
    ja: '回答がない場合、{when} に自動で完了します。',
  },
  nobody: {
    en: 'Nobody on this case can be asked whether it is put right. It closes as silent on {when}.',
    ja: 'このフォローアップには質問できる方がいません。{when} に「返信なし」として完了します。',
  },
} satisfies Record<string, Word>

export const spareWords: Record<SpareReason, Word> = {
  said_so: { en: 'Told us already how it stands', ja: 'すでに状況を伺っている' },
  talking: { en: 'We are talking about something delicate', ja: 'デリケートな話し合いの最中' },
  absent: { en: 'Is away', ja: '不在' },
  wrong_person: { en: 'It is no longer this person’s concern', ja: '担当が変わった' },
  other: { en: 'Another reason', ja: 'その他' },
}

/** Why a re-ask was not sent, or did not arrive. */
export const cannotWords: Record<string, Word> = {
  no_email: { en: 'there is no address', ja: 'メールアドレスがありません' },
  suppressed: { en: 'mail to this address is stopped', ja: 'このアドレスへの送信は停止されています' },
  unsubscribed: { en: 'wants no surveys', ja: 'アンケートの受信を希望されていません' },
  left: { en: 'has left the company', ja: '退職・異動されています' },
  erased: { en: 'the person was erased', ja: '個人データは削除済みです' },
  test_contact: { en: 'is there for tests', ja: 'テスト用の連絡先です' },
  merged: { en: 'is asked under another record', ja: '統合先の登録に質問します' },
  bounced: { en: 'the mail came back', ja: 'メールが届きませんでした' },
  declined: { en: 'said so before', ja: '回答しないとのご連絡をいただいています' },
  expired: { en: 'it is too long ago', ja: '時間が経ちすぎています' },
  other: { en: 'the mail could not be sent', ja: 'メールを送信できませんでした' },
}

/** What the timeline of a case says of it; values come from the event. */
export const recoveryEventWords: Record<string, Word> = {
  'cases.asked_again': { en: '{person} was asked whether it is put right', ja: '{person}に解決の確認を質問' },
  'cases.recovered': {
    en: '{person} says that it is put right ({score})',
    ja: '{person}が「解決した」と回答（{score} 点）',
  },
  'cases.not_recovered': {
    en: '{person} says that it is not put right ({score})',
    ja: '{person}が「まだ解決していない」と回答（{score} 点）',
  },
  'cases.recovery_withdrawn': {
    en: '{person} took back the answer whether it is put right',
    ja: '{person}が解決の確認への回答を取り消し',
  },
  'cases.recovery_silent': { en: '{person} did not answer in 14 days', ja: '{person}から 14 日間回答なし' },
  'cases.recovery_spared': {
    en: '{actor} doesn’t want {person} to be asked: {why}',
    ja: '{actor} が{person}への質問を取りやめ：{why}',
  },
  'cases.recovery_unspared': { en: '{actor} lets {person} be asked after all', ja: '{actor} が{person}への質問を再開' },
}

export const recoveryErrors = {
  recovery_asked: {
    en: 'This person has the question already.',
    ja: 'この方にはすでに質問を送信しています。',
  },
} satisfies Record<string, Word>
