import type { Reason } from '#app/delivery/words.ts'
import type { Word } from '#app/platform/words.ts'

/** Whatever may be the reason that somebody was not invited, or is not yet. */
export type Whyever = Reason | 'not_in_audience' | 'nobody_asked'

/**
 * Why a person was not invited, each in one sentence with the rule; what passes says from when. `{days}` and `{people}`
 * are those of the rule, `{next}` is the next possible time.
 */
export const whySentences: Record<Whyever, Word> = {
  no_email: {
    en: 'There is no e-mail address to write to.',
    ja: 'メールアドレスが登録されていないため、送信できません。',
  },
  suppressed: {
    en: 'Mail to this address came back or was reported as spam, so nothing more is sent there.',
    ja: 'このアドレス宛てのメールは不達または迷惑メール報告があったため、送信を止めています。',
  },
  unsubscribed: {
    en: 'This person asked not to receive such mail.',
    ja: 'ご本人が配信停止を希望されています。',
  },
  test_contact: {
    en: 'This is a test contact: it gets tests, and is never part of a wave.',
    ja: 'テスト用の連絡先です。テスト送信のみで、配信の対象にはなりません。',
  },
  left: { en: 'This person has left the company.', ja: '退職または異動済みです。' },
  internal: {
    en: 'The account is marked as your own company, so its people are not asked.',
    ja: '自社として登録された取引先のため、招待しません。',
  },
  vetoed: {
    en: 'The owner of the account left this person out of the wave.',
    ja: '取引先の担当者が、この配信から除外しました。',
  },
  held: {
    en: 'A case is open, or a colleague has put a hold: nobody is asked while that lasts. It is looked at again every day.',
    ja: '対応中のフォローアップ、または社内の指定により保留しています。毎日、解除されたかを確認します。',
  },
  asked_less: {
    en: 'This person wants half as many: at most once in {days, plural, one {# day} other {# days}}, so not before {next}.',
    ja: '回数を半分にする希望があり、{days} 日に 1 回までのため、{next} まで招待しません。',
  },
  invited_recently: {
    en: 'Asked not long ago: at most once in {days, plural, one {# day} other {# days}}, so not before {next}.',
    ja: '最近招待済みです。{days} 日に 1 回までのため、{next} まで招待しません。',
  },
  asked_elsewhere: {
    en: 'Another program asked not long ago: at most one in {days, plural, one {# day} other {# days}}, so not before {next}.',
    ja: '別のプログラムから最近招待済みです。全プログラムで {days} 日に 1 回までのため、{next} まで招待しません。',
  },
  account_full: {
    en: 'Enough people of the account were asked: at most {people} in {days, plural, one {# day} other {# days}}, and others come first, so not before {next}.',
    ja: 'この取引先では {days} 日に {people} 人までです。ほかの方が先のため、{next} まで招待しません。',
  },
  outside_hours: {
    en: 'Mail leaves only in the hours where this person is: next on {next}.',
    ja: '送信時間外のため、{next} に送信します。',
  },
  cancelled: { en: 'The wave was cancelled before the mail left.', ja: '送信前に配信が中止されました。' },
  paused: {
    en: 'The program or the wave is paused: the mail leaves when somebody resumes it.',
    ja: 'プログラムまたは配信が一時停止中です。再開されると送信します。',
  },
  answered: {
    en: 'The answer had come before the mail left.',
    ja: '送信前に回答がありました。',
  },
  declined: {
    en: 'This person said that somebody else should be asked, or took the answer back.',
    ja: 'ご本人が回答を辞退、または取り消されました。',
  },
  expired: {
    en: 'The link was too old when the mail could leave.',
    ja: '送信可能になった時点で、リンクの期限が切れていました。',
  },
  erased: { en: 'The data of this person was erased.', ja: 'この方のデータは削除されました。' },
  merged: {
    en: 'The contact was merged with another, who is asked instead.',
    ja: '別の連絡先と統合されたため、統合先を招待します。',
  },
  bounced: { en: 'The mail came back: it could not be delivered.', ja: 'メールを配信できず、返送されました。' },
  failed: { en: 'The mail could not be sent.', ja: 'メールを送信できませんでした。' },
  not_in_audience: {
    en: 'Does not belong to the audience of this program.',
    ja: 'このプログラムの対象者に含まれていません。',
  },
  nobody_asked: {
    en: 'Nothing speaks against it: the next wave will ask, or you do it here.',
    ja: '招待できます。次の配信で招待されるか、ここから招待できます。',
  },
}
