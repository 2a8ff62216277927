import type { Word } from '#app/platform/words.ts'

export const heldWords = {
  title: { en: 'Held mail', ja: '保留中のメール' },
  hint: { en: 'What waits since a backup was restored', ja: 'バックアップの復元後に保留しているメール' },
  why: { en: 'Why mail is held', ja: '保留している理由' },
  whyBody: {
    en: 'The database went back to {madeAt}. What Koe sent after that it no longer knows, and would send again. Compare the numbers below with what your mail provider says it sent since, then release or discard each kind.',
    ja: 'データベースは {madeAt} の状態に戻りました。それ以降に送信したメールの記録は残っていないため、そのままでは同じメールを再び送信します。配信サービスの送信記録と下の件数を見比べ、種類ごとに送信または破棄を選んでください。',
  },
  restored: { en: 'Restored', ja: '復元日時' },
  backupOf: { en: 'State of', ja: 'バックアップ日時' },
  madeBy: { en: 'Made by', ja: '作成したバージョン' },
  streams: { en: 'What would go out', ja: '送信されるメール' },
  most: {
    en: 'More than 10,000 mails wait; the numbers tell of the 10,000 that are due first.',
    ja: '10,000 通を超えるメールが待機しています。件数は送信予定の早い 10,000 通分です。',
  },
  waiting: { en: '{n, plural, one {# mail} other {# mails}}', ja: '{n, number} 通' },
  nothing: { en: 'Nothing waits', ja: '待機中のメールはありません' },
  written: { en: 'Written {from} to {to}', ja: '作成：{from} ～ {to}' },
  writtenOnce: { en: 'Written {from}', ja: '作成：{from}' },
  toDomains: { en: 'To', ja: '宛先' },
  domain: { en: '{domain} ({n, number})', ja: '{domain}（{n, number}）' },
  others: {
    en: '{n, plural, one {# other domain} other {# other domains}}',
    ja: 'ほか {n, number} ドメイン',
  },
  invitationNote: {
    en: 'Surveys of a paused wave go out only once the wave is resumed.',
    ja: '一時停止中の配信のアンケートは、配信を再開するまで送信しません。',
  },
  staffNote: {
    en: 'Mail to colleagues that was written since the restore goes out, say for a new password.',
    ja: '復元後に作成した社内宛てのメール（パスワード再設定など）は送信します。',
  },
  release: { en: 'Release', ja: '送信する' },
  releaseEmpty: { en: 'End the hold', ja: '保留を解除' },
  releaseTitle: {
    en: '{n, plural, =0 {End the hold on “{stream}”?} one {Send # mail of “{stream}”?} other {Send # mails of “{stream}”?}}',
    ja: '{n, plural, =0 {「{stream}」の保留を解除しますか？} other {「{stream}」のメール # 通を送信しますか？}}',
  },
  releaseBody: {
    en: 'They leave at once, and some may arrive a second time. New mail of this kind is sent again as usual. This cannot be undone.',
    ja: 'すぐに送信します。すでに届いているメールが重複する可能性があります。以後、この種類のメールは通常どおり送信します。元に戻せません。',
  },
  released: { en: '“{stream}” is sent again.', ja: '「{stream}」の送信を再開しました。' },
  discard: { en: 'Discard', ja: '破棄する' },
  discardTitle: {
    en: '{n, plural, one {Discard # mail of “{stream}”?} other {Discard # mails of “{stream}”?}}',
    ja: '「{stream}」のメール {n, number} 通を破棄しますか？',
  },
  discardBody: {
    en: 'They are never sent; invitations among them end as “not sent”. New mail of this kind is sent again afterwards. This cannot be undone.',
    ja: '破棄したメールは送信しません。アンケートの招待は「送信中止」になります。その後、この種類の新しいメールは通常どおり送信します。元に戻せません。',
  },
  discarded: {
    en: 'What waits of “{stream}” is being discarded.',
    ja: '「{stream}」の待機中のメールを破棄しています。',
  },
  discarding: { en: 'Being discarded…', ja: '破棄しています…' },
  waves: { en: 'Paused waves', ja: '一時停止中の配信' },
  wavesBody: {
    en: 'A wave that was sending does not go on by itself. Resume it on its page, or cancel it if it was sent to the end.',
    ja: '送信中だった配信は自動では再開しません。配信の画面で再開するか、送信が完了していた場合は中止してください。',
  },
  left: {
    en: '{n, plural, =0 {nobody left to invite} one {# person left to invite} other {# people left to invite}}',
    ja: '{n, plural, =0 {未送信なし} other {未送信 # 人}}',
  },
  uncertain: { en: 'Mail that was on its way', ja: '送信中だったメール' },
  uncertainBody: {
    en: '{n, plural, one {# mail was being sent when the backup was made.} other {# mails were being sent when the backup was made.}} Look at the provider, then decide for each.',
    ja: 'バックアップの作成時に {n, number} 通が送信中でした。配信サービスの記録を確認し、1 通ずつ判断してください。',
  },
  decide: { en: 'Decide', ja: '判断する' },
  also: { en: 'What else the backup does not know', ja: 'そのほかに失われた変更' },
  alsoPeople: {
    en: 'Whoever lost access since may sign in again: look through the people.',
    ja: 'バックアップ後に無効にしたメンバーが、再びサインインできる状態です。メンバーを確認してください。',
  },
  alsoKeys: {
    en: 'API keys that were revoked since work again.',
    ja: 'バックアップ後に無効にした API キーが、再び有効になっています。',
  },
  alsoWishes: {
    en: 'Unsubscribes, bounces and erasures since are not known any more: enter those you have heard of before you release surveys.',
    ja: 'バックアップ後の配信停止・不達・削除の記録は失われています。アンケートを送信する前に、把握しているものを登録してください。',
  },
  none: { en: 'No mail is held', ja: '保留中のメールはありません' },
  noneBody: {
    en: 'After a backup is restored, what would go out waits here until an admin has looked at it.',
    ja: 'バックアップを復元すると、管理者が確認するまで、送信予定のメールをここで保留します。',
  },
} satisfies Record<string, Word>
