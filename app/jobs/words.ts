import type { Word } from '#app/platform/words.ts'

export const jobErrors = {
  job_not_ended: {
    en: 'This job is running or has ended well, so there is nothing to try again.',
    ja: 'このジョブは実行中か正常に終了しているため、再実行の必要はありません。',
  },
  job_ended: { en: 'This job has already ended.', ja: 'このジョブはすでに終了しています。' },
} satisfies Record<string, Word>

export const jobWords = {
  title: { en: 'Work in the background', ja: 'バックグラウンド処理' },
  lead: {
    en: 'What Koe does by itself. What fails is tried again with growing pauses; what is given up or uncertain waits for you.',
    ja: 'Koe が自動で行う処理です。失敗すると間隔をあけて再試行します。断念したもの、結果が不明なものは、あなたの判断を待っています。',
  },
  jobsTitle: { en: 'Jobs', ja: 'ジョブ' },
  mailTitle: { en: 'Mail', ja: 'メール' },
  kind: { en: 'Job', ja: 'ジョブ' },
  state: { en: 'State', ja: '状態' },
  tries: { en: 'Tries', ja: '試行回数' },
  triesOf: { en: '{n} of {most}', ja: '{most} 回中 {n} 回' },
  progress: { en: 'Progress', ja: '進行状況' },
  error: { en: 'Last error', ja: '直近のエラー' },
  when: { en: 'When', ja: '日時' },
  next: { en: 'Next try', ja: '次回の試行' },
  what: { en: 'What to do', ja: '操作' },
  retry: { en: 'Try now', ja: '今すぐ再実行' },
  cancel: { en: 'Cancel', ja: '取り消す' },
  sendAgain: { en: 'Send again', ja: '再送する' },
  sendAgainRisk: { en: 'Send again (may arrive twice)', ja: '再送する（重複の可能性あり）' },
  wasSent: { en: 'It was sent', ja: '送信済みにする' },
  retried: { en: 'The job runs again.', ja: 'ジョブを再実行します。' },
  cancelled: {
    en: 'The job is cancelled. What it had done stands.',
    ja: 'ジョブを取り消しました。完了した処理はそのまま残ります。',
  },
  mailRetried: { en: 'The mail is sent again.', ja: 'メールを再送します。' },
  mailConfirmed: { en: 'The mail counts as sent.', ja: 'メールを送信済みにしました。' },
  transportTried: { en: 'Sending is tried again.', ja: '送信を再開します。' },
  paused: { en: 'Sending is paused: {reason}', ja: '送信を停止中：{reason}' },
  pausedHint: {
    en: 'It is tried again by itself {when}. Mend the cause, then try now.',
    ja: '{when}に自動で再試行します。原因を解消してから「今すぐ再実行」を押してください。',
  },
  empty: { en: 'Nothing here', ja: '該当なし' },
  emptyHint: { en: 'No work is in this state.', ja: 'この状態の処理はありません。' },
  made: { en: 'Made', ja: '作成' },
} satisfies Record<string, Word>

export const jobTabWords = {
  waiting: { en: 'Waiting', ja: '待機中' },
  running: { en: 'Running', ja: '実行中' },
  failed: { en: 'Failed, to be retried', ja: '失敗（再試行予定）' },
  uncertain: { en: 'Uncertain', ja: '要確認' },
  dead: { en: 'Given up', ja: '断念' },
  done: { en: 'Done', ja: '完了' },
} satisfies Record<string, Word>

export const mailTabWords = {
  'mail-queued': { en: 'Waiting', ja: '送信待ち' },
  'mail-failed': { en: 'Failed', ja: '失敗' },
  'mail-uncertain': { en: 'Uncertain', ja: '要確認' },
} satisfies Record<string, Word>

export const jobStateWords = {
  ready: { en: 'Waiting', ja: '待機中' },
  running: { en: 'Running', ja: '実行中' },
  done: { en: 'Done', ja: '完了' },
  dead: { en: 'Given up', ja: '断念' },
  uncertain: { en: 'Uncertain', ja: '要確認' },
  cancelled: { en: 'Cancelled', ja: '取り消し' },
} satisfies Record<string, Word>

/** Why sending is paused, by the provider's name of the error. */
export const pauseWords: Record<string, Word> = {
  daily_quota_exceeded: {
    en: 'the daily quota of the provider is used up',
    ja: '配信サービスの 1 日の上限に達しました',
  },
  monthly_quota_exceeded: {
    en: 'the monthly quota of the provider is used up',
    ja: '配信サービスの月間上限に達しました',
  },
  missing_api_key: { en: 'the API key is missing', ja: 'API キーが設定されていません' },
  invalid_api_key: { en: 'the provider does not accept the API key', ja: 'API キーが無効です' },
  restricted_api_key: { en: 'the API key may not send', ja: 'API キーに送信権限がありません' },
  validation_error: {
    en: 'the provider has not verified the sender’s domain',
    ja: '送信元ドメインが認証されていません',
  },
  invalid_from_address: {
    en: 'the provider does not accept the sender (MAIL_FROM)',
    ja: '送信元アドレス（MAIL_FROM）が無効です',
  },
  auth_failed: {
    en: 'the mail server does not accept the user name or password in SMTP_URL',
    ja: 'メールサーバーのユーザー名またはパスワード（SMTP_URL）が正しくありません',
  },
  auth_required: {
    en: 'the mail server wants a user name and a password in SMTP_URL',
    ja: 'メールサーバーの認証が必要です。SMTP_URL にユーザー名とパスワードを設定してください',
  },
  tls_failed: {
    en: 'no safe connection to the mail server: it has no TLS, or its certificate is not valid',
    ja: 'メールサーバーと安全に接続できません（TLS が使えないか、証明書が無効です）',
  },
  sender_refused: {
    en: 'the mail server does not accept the sender (MAIL_FROM)',
    ja: '送信元アドレス（MAIL_FROM）がメールサーバーに拒否されました',
  },
  relay_denied: {
    en: 'the mail server does not pass mail on for us: check user and password in SMTP_URL',
    ja: 'メールサーバーが転送を許可していません。SMTP_URL のユーザー名とパスワードを確認してください',
  },
  service_refused: { en: 'the mail server turns us away', ja: 'メールサーバーに接続を拒否されました' },
  unreachable: { en: 'the mail server can’t be reached', ja: 'メールサーバーに接続できません' },
}
