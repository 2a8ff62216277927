import type { Word } from '#app/platform/words.ts'

export const emailErrors = {
  transport_not_paused: { en: 'Sending is not paused.', ja: '送信は停止していません。' },
  message_not_ended: {
    en: 'This mail has not failed, so there is nothing to send again.',
    ja: 'このメールは失敗していないため、再送の必要はありません。',
  },
  message_not_uncertain: {
    en: 'It is no longer uncertain whether this mail was sent.',
    ja: 'このメールの送信状況は、すでに確定しています。',
  },
  stream_not_held: {
    en: 'This mail is no longer held.',
    ja: 'このメールの保留は、すでに解除されています。',
  },
  suppression_lifted: {
    en: 'This address may already be written to again.',
    ja: 'このアドレスの配信停止は、すでに解除されています。',
  },
} satisfies Record<string, Word>

export const mailboxWords = {
  files: { en: 'Attachments', ja: '添付ファイル' },
  title: { en: 'Mailbox', ja: 'メールボックス' },
  open: { en: 'Open the mailbox', ja: 'メールボックスを開く' },
  lead: {
    en: 'Every mail that Koe writes. What is marked “stayed here” never left this machine.',
    ja: 'Koe が作成したすべてのメールです。「送信せず保管」のメールは、このコンピューターの外に出ていません。',
  },
  allStay: {
    en: 'Nothing leaves this machine: there is no mail provider, so every mail ends up here. To send for real, set SMTP_URL or RESEND_API_KEY.',
    ja: 'メールは外部に送信されません。メール配信サービスが設定されていないため、すべてここに保管されます。実際に送信するには SMTP_URL または RESEND_API_KEY を設定してください。',
  },
  sandbox: {
    en: 'Sandbox: only mail to {allowed} leaves this machine. All other mail stays here. Set MAIL_ALLOW=* to lift it.',
    ja: 'サンドボックス：{allowed} 宛てのメールだけを送信し、その他はここに保管します。解除するには MAIL_ALLOW=* を設定してください。',
  },
  nobody: { en: 'nobody', ja: '（未設定）' },
  stayed: {
    en: 'This mail did not leave this machine.',
    ja: 'このメールは、このコンピューターの外に送信されていません。',
  },
  stayedSandbox: {
    en: 'This mail did not leave this machine: MAIL_ALLOW does not include its address.',
    ja: 'このメールは送信されていません。宛先が MAIL_ALLOW に含まれていないためです。',
  },
  masked: { en: 'Links that sign other people in are hidden.', ja: '他の人のサインイン用リンクは表示されません。' },
  address: { en: 'Address', ja: 'メールアドレス' },
  search: { en: 'Search by address', ja: 'アドレスで検索' },
  to: { en: 'To', ja: '宛先' },
  from: { en: 'From', ja: '差出人' },
  replyTo: { en: 'Reply to', ja: '返信先' },
  subject: { en: 'Subject', ja: '件名' },
  noSubject: { en: '(not written yet)', ja: '（未作成）' },
  bodyGone: {
    en: 'The text of a mail is deleted seven days after it was sent.',
    ja: 'メールの本文は、送信から 7 日後に削除されます。',
  },
  bodyNotYet: {
    en: 'This mail has not been written yet: it is written when it is due.',
    ja: 'このメールはまだ作成されていません。送信時刻に作成されます。',
  },
  state: { en: 'State', ja: '状態' },
  delivery: { en: 'Delivery', ja: '配信' },
  made: { en: 'Made', ja: '作成' },
  due: { en: 'Due', ja: '送信予定' },
  sent: { en: 'Sent', ja: '送信' },
  kind: { en: 'Kind', ja: '種類' },
  reason: { en: 'Reason', ja: '理由' },
  parts: { en: 'Parts of the mail', ja: 'メールの表示形式' },
  html: { en: 'As shown', ja: '表示' },
  text: { en: 'Text', ja: 'テキスト' },
  headers: { en: 'Headers', ja: 'ヘッダー' },
  frame: { en: 'The mail as its reader sees it', ja: '受信者に表示されるメール' },
  empty: { en: 'No mail yet', ja: 'メールはまだありません' },
  emptyHint: {
    en: 'Launch a survey or invite a colleague, and the mail appears here within seconds.',
    ja: '調査を開始するか、同僚を招待すると、数秒でここにメールが表示されます。',
  },
  emptyFound: { en: 'No mail to such an address', ja: '該当する宛先のメールはありません' },
  emptyFoundHint: {
    en: 'A whole address is found however old; a part of one among the newest 5,000 mails.',
    ja: 'アドレス全体で検索すると古いメールも見つかります。一部での検索は、新しい 5,000 通が対象です。',
  },
} satisfies Record<string, Word>

/** Playing the customer, in the mailbox. */
export const replyWords = {
  title: { en: 'Reply as the customer', ja: 'お客様として返信' },
  lead: {
    en: 'What a customer writes back comes in here like a mail: it becomes a voice without a score, and the owner of the account is told.',
    ja: 'お客様からの返信メールと同じように受け取られます。スコアのない声として記録され、取引先の担当者に通知されます。',
  },
  leadNoDomain: {
    en: 'Try what happens when a customer writes back: it becomes a voice without a score, and the owner of the account is told. For real replies, set MAIL_REPLY_DOMAIN to a domain that Resend receives mail for; until then they go to the brand’s own address.',
    ja: 'お客様が返信した場合の流れをお試しいただけます。スコアのない声として記録され、取引先の担当者に通知されます。実際の返信を受け取るには、Resend で受信するドメインを MAIL_REPLY_DOMAIN に設定してください。設定するまで、返信はブランドの返信先に届きます。',
  },
  text: { en: 'What they write', ja: '返信の内容' },
  from: { en: 'From', ja: '差出人' },
  fromHint: {
    en: 'Another address shows what happens when the mail was forwarded.',
    ja: '別のアドレスにすると、転送先から返信された場合の動作を確認できます。',
  },
  send: { en: 'Send the reply', ja: '返信を送る' },
  sent: { en: 'The reply has come in. It is read within seconds.', ja: '返信を受け付けました。数秒で取り込まれます。' },
  toVoices: { en: 'See what was heard', ja: '届いた声を見る' },
} satisfies Record<string, Word>

export const stateWords = {
  queued: { en: 'Waiting', ja: '送信待ち' },
  sending: { en: 'Being sent', ja: '送信中' },
  sent: { en: 'Sent', ja: '送信済み' },
  failed: { en: 'Failed', ja: '失敗' },
  uncertain: { en: 'Uncertain', ja: '要確認' },
  stopped: { en: 'Not sent', ja: '送信中止' },
  cancelled: { en: 'Cancelled', ja: '取り消し' },
  stayed: { en: 'Stayed here', ja: '送信せず保管' },
} satisfies Record<string, Word>

export const deliveryWords = {
  none: { en: 'No report', ja: '報告なし' },
  delayed: { en: 'Delayed', ja: '遅延' },
  delivered: { en: 'Delivered', ja: '配信済み' },
  bounced: { en: 'Bounced', ja: '不達' },
  complained: { en: 'Reported as spam', ja: '迷惑メール報告' },
} satisfies Record<string, Word>

export const streamWords = {
  invitation: { en: 'Survey', ja: 'アンケート' },
  reminder: { en: 'Reminder', ja: 'リマインダー' },
  ask: { en: 'Ask', ja: '協力依頼' },
  case: { en: 'Case', ja: 'フォローアップ' },
  news: { en: 'News', ja: 'お知らせ' },
  report: { en: 'Monthly page', ja: '月次レポート' },
  staff: { en: 'Colleague', ja: '社内' },
} satisfies Record<string, Word>

/** Why a mail was stopped, failed, or is uncertain. Codes that aren't here are the provider's own, shown as they are. */
export const reasonWords: Record<string, Word> = {
  suppressed: { en: 'The address is suppressed', ja: '配信停止中のアドレスです' },
  bad_address: { en: 'Not an e-mail address', ja: 'メールアドレスの形式ではありません' },
  cancelled: { en: 'No longer wanted', ja: '不要になりました' },
  not_allowed: {
    en: 'Sandbox: the address is not in MAIL_ALLOW',
    ja: 'サンドボックス：MAIL_ALLOW に含まれないアドレスです',
  },
  discarded: { en: 'Discarded after a restore', ja: '復元後に破棄しました' },
  restored: {
    en: 'It was being sent when the backup was made, so it may have arrived',
    ja: 'バックアップ時に送信中だったため、届いている可能性があります',
  },
  not_prepared: { en: 'The mail could not be written', ja: 'メールを作成できませんでした' },
  no_answer: {
    en: 'The provider did not answer, so it may have been sent',
    ja: '配信サービスから応答がなく、送信済みの可能性があります',
  },
  validation_error: { en: 'The provider found a mistake in it', ja: '配信サービスが内容の誤りを検出しました' },
  unsubscribed: { en: 'Unsubscribed', ja: '配信停止を希望' },
  held: { en: 'On hold', ja: '保留中' },
  answered: { en: 'Already answered', ja: '回答済み' },
  left: { en: 'The person has left', ja: '退職されています' },
  no_email: { en: 'No e-mail address any more', ja: 'メールアドレスがありません' },
  no_consent: { en: 'Not agreed to any more', ja: '同意が取り消されました' },
  case_open: { en: 'A case is open', ja: 'フォローアップ対応中です' },
  quote_changed: { en: 'The quote was changed before', ja: '送信前に引用が変更されました' },
  erased: { en: 'Erased', ja: '削除済み' },
  case_closed: { en: 'The case was closed before', ja: '送信前にフォローアップが完了しました' },
  case_reassigned: { en: 'The case was somebody else’s by then', ja: '送信前に担当者が変わりました' },
  case_resolved: { en: 'The case was resolved before', ja: '送信前にフォローアップが解決済みになりました' },
  case_answered: { en: 'The customer was answered before', ja: '送信前にお客様への連絡が済みました' },
  user_ended: { en: 'The colleague has left', ja: 'メンバーが無効になっています' },
  nothing_left: { en: 'Nothing in it was still true', ja: 'お伝えする内容がなくなりました' },
  bounced: { en: 'Nobody has this address', ja: '宛先のアドレスが存在しません' },
  recipient_refused: {
    en: 'The mail server refused this address',
    ja: 'メールサーバーがこの宛先を拒否しました',
  },
  message_refused: { en: 'The mail server refused this mail', ja: 'メールサーバーがこのメールを拒否しました' },
  not_now: { en: 'Not accepted yet: it is tried again', ja: '一時的に受け付けられませんでした（再試行します）' },
  server_busy: {
    en: 'The mail server is busy: it is tried again',
    ja: 'メールサーバーが混雑しています（再試行します）',
  },
  unreachable: {
    en: 'The mail server can’t be reached: it is tried again',
    ja: 'メールサーバーに接続できません（再試行します）',
  },
}

export const suppressionWords = {
  title: { en: 'Suppressed addresses', ja: '配信停止アドレス' },
  lead: {
    en: 'Nothing is sent to these addresses: mail to them came back, or their reader reported it as spam. Lift one only when you know better.',
    ja: '不達または迷惑メール報告のため、これらのアドレスには送信しません。問題がないと確認できた場合のみ解除してください。',
  },
  search: { en: 'Search by address', ja: 'アドレスで検索' },
  why: { en: 'Why', ja: '理由' },
  since: { en: 'Since', ja: '登録日時' },
  source: { en: 'From', ja: '情報元' },
  hidden: { en: '(erased: only a fingerprint is kept)', ja: '（削除済み：照合用の値のみ保持）' },
  lift: { en: 'Lift', ja: '解除する' },
  liftOf: { en: 'Write to {email} again?', ja: '{email} への送信を再開しますか。' },
  liftReason: { en: 'Why may we write again?', ja: '解除する理由' },
  liftHint: {
    en: 'For example: the person has confirmed a new mailbox. It is kept with your name.',
    ja: '例：本人が受信できることを確認した。理由は担当者名とともに記録されます。',
  },
  lifted: { en: 'Mail goes to {email} again.', ja: '{email} への送信を再開しました。' },
  liftedState: { en: 'Lifted', ja: '解除済み' },
  liftedTab: { en: 'Lifted', ja: '解除済み' },
  liveTab: { en: 'Suppressed', ja: '配信停止中' },
  empty: { en: 'No address is suppressed', ja: '配信停止中のアドレスはありません' },
  emptyHint: {
    en: 'When mail to somebody comes back for good, or is reported as spam, the address appears here by itself.',
    ja: '恒久的な不達や迷惑メール報告があると、自動的にここに追加されます。',
  },
} satisfies Record<string, Word>

export const suppressionReasonWords = {
  bounce: { en: 'Bounced for good', ja: '恒久的な不達' },
  complaint: { en: 'Reported as spam', ja: '迷惑メール報告' },
  provider: { en: 'The provider refuses it', ja: '配信サービスによる停止' },
  import: { en: 'Imported opt-out', ja: 'インポートした配信停止' },
  erased: { en: 'Erased person', ja: '削除された人' },
} satisfies Record<string, Word>
