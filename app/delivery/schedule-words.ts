import type { Word } from '#app/platform/words.ts'
import type { VetoReason } from '#db/enums/delivery.ts'

export const vetoWords: Record<VetoReason, Word> = {
  talking: { en: 'In talks with them just now', ja: '商談・交渉中' },
  trouble: { en: 'A problem is being solved', ja: '問題に対応中' },
  absent: { en: 'Away', ja: '不在・休職中' },
  asked_elsewhere: { en: 'Was asked elsewhere lately', ja: '別の場で最近ご意見を伺った' },
  wrong_person: { en: 'Not the right person', ja: '対象として適切でない' },
  other: { en: 'Another reason', ja: 'その他' },
}

/** A wave that is to start later, and what owners say of it until then. */
export const scheduleWords = {
  later: { en: 'Send later instead', ja: '日時を指定して送信' },
  laterHint: {
    en: 'Until it starts, the owners of the accounts can leave people out and add others.',
    ja: '開始までの間、取引先の担当者が対象者の除外や追加を行えます。',
  },
  startsOn: { en: 'Start (time of {zone})', ja: '開始日時（{zone}）' },
  noticeDays: { en: 'Tell the owners, days before', ja: '担当者への通知（何日前）' },
  schedule: { en: 'Schedule', ja: '配信を予約' },
  scheduled: { en: 'Scheduled for {when}.', ja: '{when} に配信を予約しました。' },
  startsAt: { en: 'Starts', ja: '開始予定' },
  noticeAt: { en: 'Owners are told', ja: '担当者への通知' },
  startNow: { en: 'Start now', ja: '今すぐ開始' },
  started: { en: 'The wave has begun.', ja: '配信を開始しました。' },
  soFar: {
    en: '{out, plural, =0 {Nobody is left out} one {# person is left out} other {# people are left out}}, {added, plural, =0 {nobody is added} one {# is added} other {# are added}} so far.',
    ja: 'これまでに除外 {out, number} 人、追加 {added, number} 人。',
  },
  look: { en: 'Look at who will be asked', ja: '対象者を確認' },
  peopleTitle: { en: 'Who will be asked', ja: 'アンケートの対象者' },
  peopleLead: {
    en: '{program}, starting {when}. Leave out whom it does not suit now, add a colleague who should be heard. Opt-outs and intervals hold for all.',
    ja: '{program}（{when} 開始）。今は適切でない方を除外し、ご意見を伺いたい方を追加できます。配信停止や間隔のルールは全員に適用されます。',
  },
  over: {
    en: 'This wave has started: nothing can be changed any more.',
    ja: 'この配信は開始済みのため、変更できません。',
  },
  mine: { en: 'My accounts', ja: '自分の取引先' },
  everybody: { en: 'All accounts', ja: 'すべての取引先' },
  none: { en: 'Nobody of these accounts is meant', ja: '対象となる方はいません' },
  noneBody: {
    en: 'Look at all accounts, or at the audience of the program.',
    ja: 'すべての取引先、またはプログラムの対象条件をご確認ください。',
  },
  noAccount: { en: 'No account', ja: '所属なし' },
  willBe: { en: 'Will be asked', ja: '送信予定' },
  wont: { en: 'Not asked: {reason}', ja: '送信しません：{reason}' },
  leftOut: { en: 'Left out: {reason}', ja: '除外：{reason}' },
  added: { en: 'Added', ja: '追加' },
  leaveOut: { en: 'Leave out', ja: '除外' },
  reason: { en: 'Reason', ja: '理由' },
  note: { en: 'Note (optional)', ja: 'メモ（任意）' },
  addSomebody: { en: 'Add a colleague', ja: '担当者を追加' },
  add: { en: 'Add', ja: '追加' },
  takeBack: { en: 'Take back', ja: '取り消す' },
  saidOut: { en: '{name} is left out of this wave.', ja: '{name} さんをこの配信から除外しました。' },
  saidAdded: { en: '{name} is added to this wave.', ja: '{name} さんをこの配信に追加しました。' },
  saidBack: { en: '{name} is as before.', ja: '{name} さんの設定を元に戻しました。' },
  noticeSubject: {
    en: '{program} will ask your customers on {when}',
    ja: '{program}：{when} に担当取引先へ配信します',
  },
  noticeBody: {
    en: '{n, plural, one {One of your accounts is} other {# of your accounts are}} in the audience. Until it starts you can leave people out, with a reason, or add a colleague of theirs.',
    ja: '担当されている取引先 {n, number} 社が対象です。開始までの間、理由を添えて対象者を除外したり、別のご担当者を追加したりできます。',
  },
  noticeButton: { en: 'Look at who will be asked', ja: '対象者を確認する' },
  noticeNote: { en: 'If you do nothing, all of them are asked.', ja: '何もしなければ、全員に送信されます。' },
} satisfies Record<string, Word>
