import type { Word } from '#app/platform/words.ts'

export const platformErrors = {
  not_found: {
    en: 'There is nothing here. It may have been moved or deleted.',
    ja: 'お探しのものは見つかりません。移動または削除された可能性があります。',
  },
  forbidden: {
    en: 'Your role does not include this. Ask an admin if you need it.',
    ja: 'この操作の権限がありません。必要な場合は管理者にご相談ください。',
  },
  outgoing_address: {
    en: 'This must be a public address that begins with https://.',
    ja: 'https:// で始まる、公開されているアドレスを入力してください。',
  },
  sign_in_first: { en: 'Please sign in first.', ja: 'サインインしてください。' },
  too_many: {
    en: 'Too many tries. Please wait {seconds, plural, one {# second} other {# seconds}} and try again.',
    ja: '試行回数が多すぎます。{seconds} 秒ほど待ってから、もう一度お試しください。',
  },
  too_large: { en: 'That is too large. The limit is {limit}.', ja: 'サイズが大きすぎます。上限は {limit} です。' },
  bad_request: { en: 'That request could not be read.', ja: 'リクエストを読み取れませんでした。' },
  foreign_origin: {
    en: 'This form was sent from another site, so nothing was changed.',
    ja: '別のサイトから送信されたため、何も変更していません。',
  },
  unavailable: {
    en: 'Koe cannot save anything just now. Please try again in a moment.',
    ja: '現在、保存できません。しばらくしてからもう一度お試しください。',
  },
  unexpected: {
    en: 'Something went wrong on our side. It has been logged under {requestId}.',
    ja: 'エラーが発生しました。記録番号：{requestId}',
  },
} satisfies Record<string, Word>
