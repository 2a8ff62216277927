import type { Word } from '#app/platform/words.ts'
import type { NoticeKind } from '#db/enums/notifications.ts'

/** Event type → what an admin must know of it. */
export const alertWords: Record<string, { subject: Word; body: Word }> = {
  'loop.consequence_failed': {
    subject: {
      en: 'An answer was saved, but not all that follows from it',
      ja: '回答は保存されましたが、後続処理の一部が失敗しました',
    },
    body: {
      en: 'A customer’s answer is safe. A step after it (its case, hold, advocate or score) failed and is being repaired in the background. If it stays on the page of background work, somebody should look at it.',
      ja: 'お客様の回答は保存されています。その後の処理（フォローアップ、送信停止、アンバサダー、集計のいずれか）が失敗したため、バックグラウンドで修復中です。一覧に残り続ける場合は確認してください。',
    },
  },
  'jobs.died': {
    subject: { en: 'Background work has given up', ja: 'バックグラウンド処理が停止しました' },
    body: {
      en: 'A piece of background work failed too often and is not tried again by itself. The page of background work says why, and lets you start it again.',
      ja: '処理が繰り返し失敗したため、自動では再実行されません。理由の確認と再実行は、バックグラウンド処理の画面から行えます。',
    },
  },
  'email.transport_paused': {
    subject: { en: 'Mail is paused', ja: 'メール送信を一時停止しています' },
    body: {
      en: 'The mail provider refuses to take mail: a quota is used up, or the key is not valid. Nothing is lost; mail waits. The page of background work says why.',
      ja: '送信上限への到達、またはキーの問題により、メールサービスが送信を受け付けていません。メールは失われず、待機しています。理由はバックグラウンド処理の画面で確認できます。',
    },
  },
  'email.uncertain': {
    subject: { en: 'Nobody knows whether a mail was sent', ja: '送信されたか確認できないメールがあります' },
    body: {
      en: 'The provider never said whether it took some mail, and it is too late to ask again without risking to send it twice. Please decide on the page of background work.',
      ja: 'メールサービスから結果が得られず、再送すると二重送信になるおそれがあります。バックグラウンド処理の画面で、再送するかどうかを判断してください。',
    },
  },
}

export const notificationWords = {
  button: { en: 'Open background work', ja: 'バックグラウンド処理を開く' },
  note: {
    en: 'You get this as an admin, at most once an hour for each kind of trouble.',
    ja: '管理者の方に、問題の種類ごとに最大 1 時間に 1 回お送りしています。',
  },
} satisfies Record<string, Word>

/** The kinds of which somebody may hear, as headings and as rows of the settings. */
export const kindWords: Record<NoticeKind, { name: Word; hint: Word }> = {
  case_opened: {
    name: { en: 'An unhappy customer is yours', ja: '担当のお客様からの不満の声' },
    hint: { en: 'A case opens, and you are to reply.', ja: 'フォローアップが発生し、担当になったとき' },
  },
  case_joined: {
    name: { en: 'Another answer on your case', ja: '担当のフォローアップに追加' },
    hint: {
      en: 'Somebody else of the account is unhappy too, or two cases became one.',
      ja: '同じ取引先の別の方からも不満があったとき、または 2 件が統合されたとき',
    },
  },
  case_assigned: {
    name: { en: 'A case is given to you', ja: 'フォローアップの担当に指名' },
    hint: { en: 'By a colleague, or by a rule.', ja: '他のメンバーまたはルールにより担当になったとき' },
  },
  case_reply: {
    name: { en: 'A customer replies by mail', ja: 'お客様からメールの返信' },
    hint: { en: 'Of your case or your account.', ja: '担当のフォローアップまたは取引先のお客様から' },
  },
  case_mention: {
    name: { en: 'You are mentioned', ja: 'あなたへの言及' },
    hint: { en: 'A colleague writes @ and your name in a note.', ja: 'メモに「@」とあなたの名前が書かれたとき' },
  },
  sla_warning: {
    name: { en: 'A reply or a case is due soon', ja: '期限が近づいています' },
    hint: { en: 'Three quarters of the time promised are over.', ja: '定めた時間の 4 分の 3 が経過したとき' },
  },
  sla_late: {
    name: { en: 'A reply or a case is late', ja: '期限を過ぎています' },
    hint: {
      en: 'Of your own; for leads also of the team.',
      ja: '自分の担当分。リーダーはチームの分も含みます。',
    },
  },
  referral_new: {
    name: { en: 'A customer has recommended us', ja: '新しい紹介' },
    hint: {
      en: 'Of your account; marketers hear of all.',
      ja: '担当の取引先からの紹介です。マーケターにはすべて届きます。',
    },
  },
  referral_review: {
    name: { en: 'A referral waits for review', ja: '確認待ちの紹介' },
    hint: {
      en: 'Something about it is suspicious: the same company, many in a day, and the like.',
      ja: '同じ会社・短時間に多数など、確認が必要な紹介です。',
    },
  },
  ask_written: {
    name: { en: 'A customer of yours is about to be asked', ja: '担当のお客様へのお願いが送信予定' },
    hint: {
      en: 'For a reference, a review or the like. You can stop it before it leaves.',
      ja: 'リファレンスやレビューなどのお願いです。送信前に中止できます。',
    },
  },
  consent_ends: {
    name: { en: 'A customer’s consent is about to end', ja: 'お客様の同意の期限が近づいています' },
    hint: {
      en: 'Of a company, or of a person something stands on; 30 days before.',
      ja: '会社の同意、またはご本人の利用中の同意が、30 日以内に期限を迎えるとき',
    },
  },
  trouble: {
    name: { en: 'Trouble in the background', ja: 'バックグラウンド処理の問題' },
    hint: { en: 'At most once an hour of each kind.', ja: '種類ごとに最大 1 時間に 1 回' },
  },
}

/** The mail with all that waited. */
export const digestWords = {
  subject: {
    en: '{n, plural, one {# thing} other {# things}} to look at',
    ja: '確認が必要なお知らせ：{n, number} 件',
  },
  lead: {
    en: 'What came up since the last such mail and still holds:',
    ja: '前回のまとめ以降の、現在も有効なお知らせです。',
  },
  more: {
    en: 'And {n, plural, one {# more} other {# more}} in Koe.',
    ja: 'ほか {n, number} 件は Koe でご確認ください。',
  },
  button: { en: 'Open notifications', ja: '通知を開く' },
  note: {
    en: 'When this mail comes, and what is in it, is up to you: Settings, Notifications.',
    ja: '送信時刻と内容は、「設定」の「通知」で変更できます。',
  },
} satisfies Record<string, Word>

/** The list of one's notifications. */
export const noticeListWords = {
  title: { en: 'Notifications', ja: '通知' },
  allTab: { en: 'All', ja: 'すべて' },
  unreadTab: { en: 'Unread', ja: '未読' },
  unread: { en: 'Unread', ja: '未読' },
  markAll: { en: 'Mark all as read', ja: 'すべて既読にする' },
  markedAll: {
    en: '{n, plural, one {# notification is} other {# notifications are}} marked as read.',
    ja: '{n, number} 件を既読にしました。',
  },
  unmarked: { en: 'They are unread again.', ja: '未読に戻しました。' },
  settings: { en: 'What to hear of', ja: '通知の設定' },
  gone: {
    en: 'Something that is gone, or no longer open to you',
    ja: '削除されたか、表示する権限がなくなったお知らせ',
  },
  noneTitle: { en: 'Nothing has come up for you yet', ja: '通知はまだありません' },
  noneBody: {
    en: 'Here stands what concerns you: a case that is yours now, a reply, a clock that runs out, a note with your name. Choose what you hear of, and whether by mail too.',
    ja: '担当になったフォローアップ、お客様からの返信、期限、あなた宛てのメモなどがここに並びます。通知する内容とメールの有無は設定で選べます。',
  },
  noneUnread: { en: 'Nothing is unread', ja: '未読の通知はありません' },
  noneUnreadBody: { en: 'You have seen all that came up.', ja: 'すべて確認済みです。' },
} satisfies Record<string, Word>
