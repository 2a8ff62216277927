import type { Word } from '#app/platform/words.ts'

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
