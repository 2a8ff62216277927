import type { Word } from '#app/platform/words.ts'

export const integrationErrors = {
  key_missing: {
    en: 'Send an API key: Authorization: Bearer koe_… An admin makes keys in the settings.',
    ja: 'API キーを送信してください（Authorization: Bearer koe_…）。キーは管理者が設定画面で発行します。',
  },
  bad_json: { en: 'The body is not JSON.', ja: '本文が JSON ではありません。' },
  json_only: { en: 'Send the body as application/json.', ja: '本文は application/json で送信してください。' },
  bad_fields: {
    en: 'Some fields are not as they should be; nothing was changed.',
    ja: '項目に誤りがあるため、何も変更していません。',
  },
  bad_idempotency_key: {
    en: 'Idempotency-Key: 1 to 255 printable ASCII characters without spaces.',
    ja: 'Idempotency-Key は空白を含まない ASCII 文字 1～255 字で指定してください。',
  },
  idempotency_reused: {
    en: 'This Idempotency-Key was used for another request within the last day. Use a new key.',
    ja: 'この Idempotency-Key は 24 時間以内に別のリクエストで使用されています。新しいキーを使ってください。',
  },
  idempotency_running: {
    en: 'The first request with this Idempotency-Key is still running. Try again in a moment.',
    ja: 'この Idempotency-Key の最初のリクエストを処理中です。しばらくしてから再試行してください。',
  },
  method_not_allowed: { en: 'This address does not take that method.', ja: 'このアドレスではその操作はできません。' },
  no_such_endpoint: {
    en: 'There is no such address. See /api/v1/openapi.json.',
    ja: '該当するアドレスはありません。/api/v1/openapi.json をご覧ください。',
  },
  contact_unknown: { en: 'No such contact.', ja: '該当する連絡先がありません。' },
  bad_cursor: { en: 'This is not a cursor of this list.', ja: 'このリストのカーソルではありません。' },
} satisfies Record<string, Word>
