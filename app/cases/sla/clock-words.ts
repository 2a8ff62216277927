import type { Word } from '#app/platform/words.ts'

/** The clocks of a case, as its page, the queue and Today show them. */
export const clockWords = {
  replyDue: { en: 'reply due in {time}', ja: '返信期限まで {time}' },
  replyLate: { en: 'reply {time} late', ja: '返信が {time} 超過' },
  replied: { en: 'replied', ja: '返信済み' },
  ended: { en: 'closed', ja: '完了' },
  resolveDue: { en: 'to resolve in {time}', ja: '解決期限まで {time}' },
  resolveLate: { en: 'resolution {time} late', ja: '解決が {time} 超過' },
  paused: { en: 'paused since {date}', ja: '{date} から停止中' },
  used: { en: '{n} % used', ja: '{n}% 経過' },
} satisfies Record<string, Word>

export const spanWords: Record<'minutes' | 'hours' | 'days', Word> = {
  minutes: { en: '{n} min', ja: '{n} 分' },
  hours: { en: '{n} h', ja: '{n} 時間' },
  days: { en: '{n, plural, one {# day} other {# days}}', ja: '{n} 日' },
}
