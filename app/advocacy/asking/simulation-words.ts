import type { Word } from '#app/platform/words.ts'

/** What some rules would do, before they are saved. */
export const simulationWords = {
  title: { en: 'What these rules would do today', ja: 'この条件での対象者（本日時点）' },
  lead: {
    en: 'Every advocate was looked at by the rules above and by those that hold. Nothing is saved yet.',
    ja: '上の条件と現在の条件の両方で、すべてのアンバサダーを確認しました。まだ保存されていません。',
  },
  now: { en: 'Can be asked now', ja: '現在お願い可能' },
  tried: { en: 'Could be asked', ja: 'この条件でお願い可能' },
  of: { en: 'of {n, plural, one {# advocate} other {# advocates}}', ja: '全 {n, number} 名中' },
  more: { en: 'Come in', ja: '新たに対象になる方' },
  fewer: { en: 'Go out', ja: '対象から外れる方' },
  others: { en: '{names} and {n, number} more', ja: '{names} ほか {n, number} 名' },
  nobody: { en: 'Nobody', ja: 'なし' },
  block: { en: 'What stands in the way', ja: '対象外の理由' },
  stops: { en: 'Of how many', ja: '人数' },
  alone: { en: 'Alone', ja: 'この理由のみ' },
  nothing: { en: 'Nothing stands in anybody’s way.', ja: '対象外の方はいません。' },
} satisfies Record<string, Word>
