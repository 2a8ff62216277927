import type { SendFailure } from '#app/platform/outgoing-http.server.ts'
import type { Word } from '#app/platform/words.ts'
import type { MailTiming } from '#db/enums/notifications.ts'

export const noticeSettingsWords = {
  title: { en: 'Notifications', ja: '通知' },
  lead: {
    en: 'What you hear of, where, and when. You are never told of what you did yourself.',
    ja: '通知する内容・通知先・時間を選べます。ご自身の操作は通知されません。',
  },
  what: { en: 'What you hear of', ja: '通知する内容' },
  kind: { en: 'What', ja: '内容' },
  inApp: { en: 'In Koe', ja: 'Koe 内' },
  inAppOf: { en: '{kind}: in Koe', ja: '{kind}：Koe 内' },
  mail: { en: 'Mail', ja: 'メール' },
  mailOf: { en: '{kind}: mail', ja: '{kind}：メール' },
  hook: { en: 'Your webhook', ja: 'Webhook' },
  hookOf: { en: '{kind}: webhook', ja: '{kind}：Webhook' },
  flood: {
    en: 'After five mails of a kind within a quarter of an hour, the rest comes in one.',
    ja: '15 分以内に同じ種類のメールが 5 通を超えた場合、超えた分は 1 通にまとめてお送りします。',
  },
  when: { en: 'When', ja: '通知する時間' },
  quiet: {
    en: 'Quiet hours: mail and webhook wait till they end',
    ja: 'メールと Webhook で通知しない時間帯を設ける（終了後に届きます）',
  },
  quietFrom: { en: 'From', ja: '開始' },
  quietTo: { en: 'To', ja: '終了' },
  digestAt: { en: 'The daily mail comes at', ja: '1 日 1 回のまとめメールの時刻' },
  zone: {
    en: 'Times are those of {zone}, the time zone of your account.',
    ja: '時刻はアカウントのタイムゾーン（{zone}）です。',
  },
} satisfies Record<string, Word>

export const timingWords: Record<MailTiming, Word> = {
  now: { en: 'At once', ja: 'すぐに' },
  digest: { en: 'Once a day', ja: '1 日 1 回まとめて' },
  off: { en: 'No', ja: '送らない' },
}

export const hookWords = {
  title: { en: 'Your own webhook', ja: '自分用の Webhook' },
  lead: {
    en: 'An address that takes messages like Slack’s incoming webhooks: Slack, Mattermost, Google Chat. Customers’ names are sent there, so take one that only you or your team reads.',
    ja: 'Slack の Incoming Webhook 形式の通知を受け取るアドレスです（Slack、Mattermost、Google Chat など）。お客様の名称が送信されるため、ご自身またはチームだけが閲覧できる宛先を指定してください。',
  },
  url: { en: 'Address', ja: 'アドレス' },
  urlNew: { en: 'Another address', ja: '新しいアドレス' },
  urlHint: {
    en: 'Begins with https://. It is stored encrypted.',
    ja: 'https:// で始まるアドレス。暗号化して保存します。',
  },
  now: { en: 'Messages go to {shown}.', ja: '通知先：{shown}' },
  unreadable: {
    en: 'The address was stored with a secret that is gone. Please set it again.',
    ja: '保存時の秘密鍵が失われたため、アドレスを読み取れません。再度設定してください。',
  },
  test: { en: 'Send a test', ja: 'テスト送信' },
  remove: { en: 'Remove', ja: '削除' },
  saidSet: {
    en: 'The address was saved. Send a test to see whether it works.',
    ja: 'アドレスを保存しました。テスト送信で確認してください。',
  },
  saidRemoved: { en: 'The address was removed.', ja: 'アドレスを削除しました。' },
  saidReturned: { en: 'The address is back.', ja: 'アドレスを元に戻しました。' },
  saidTested: {
    en: 'The test went through. Look for it in your chat.',
    ja: 'テストを送信しました。チャットを確認してください。',
  },
  saidFailed: { en: 'The test did not go through: {why}', ja: 'テストを送信できませんでした：{why}' },
  lastFailed: { en: 'Last failed {at}: {why}', ja: '最後の失敗：{at}（{why}）' },
  lastFailedHint: {
    en: 'That message did not reach your chat. Later ones are tried as before.',
    ja: 'この通知はチャットに届いていません。以降の通知は引き続き送信します。',
  },
  testLine: {
    en: 'A test from Koe: this is where your notifications come.',
    ja: 'Koe からのテストです。通知はここに届きます。',
  },
} satisfies Record<string, Word>

/** Why a call came to nothing. */
export const failureWords: Record<Exclude<SendFailure, `http_${number}`> | 'http', Word> = {
  bad_address: { en: 'the address can’t be sent to', ja: '送信できないアドレスです' },
  private_address: { en: 'the address leads into a private network', ja: 'プライベートネットワークのアドレスです' },
  unknown_host: { en: 'nobody knows this host', ja: 'ホストが見つかりません' },
  no_connection: { en: 'no connection', ja: '接続できません' },
  timeout: { en: 'no answer in time', ja: '応答がありません' },
  http: { en: 'it answered with the status {status}', ja: 'ステータス {status} が返されました' },
}
