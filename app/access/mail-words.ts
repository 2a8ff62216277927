import type { Word } from '#app/platform/words.ts'

export const accessMailWords = {
  inviteSubject: { en: 'Join {organisation} on Koe', ja: '{organisation} の Koe への招待' },
  inviteBody: {
    en: '{by} invites you to Koe, where {organisation} listens to its customers. Choose a name and a password to join.',
    ja: '{by} さんから、{organisation} がお客様の声を集めている Koe への招待が届きました。名前とパスワードを設定してご参加ください。',
  },
  inviteBodySystem: {
    en: 'You are invited to Koe, where {organisation} listens to its customers. Choose a name and a password to join.',
    ja: '{organisation} がお客様の声を集めている Koe への招待が届きました。名前とパスワードを設定してご参加ください。',
  },
  inviteButton: { en: 'Join', ja: '参加する' },
  inviteNote: {
    en: 'The link works once, for seven days. If you do not know what this is about, ignore this mail.',
    ja: 'リンクは 7 日間、1 回だけ有効です。お心当たりがない場合は、このメールを破棄してください。',
  },
  resetSubject: { en: 'A new password for Koe', ja: 'Koe のパスワード再設定' },
  resetBody: { en: 'Somebody, probably you, asked for a new password.', ja: 'パスワードの再設定が申し込まれました。' },
  resetButton: { en: 'Choose a new password', ja: '新しいパスワードを設定' },
  resetNote: {
    en: 'The link works once, for one hour. If it was not you, ignore this mail: your password stays as it is.',
    ja: 'リンクは 1 時間、1 回だけ有効です。お心当たりがない場合は、このメールを破棄してください。パスワードは変わりません。',
  },
  orCopy: {
    en: 'If the button does not work, copy this address into your browser:',
    ja: 'ボタンが動作しない場合は、次のアドレスをブラウザーに貼り付けてください。',
  },
} satisfies Record<string, Word>
