import type { Size, Trait } from '#app/advocacy/asking/profile.ts'
import type { Word } from '#app/platform/words.ts'

/** Whom a prospect would like to hear from. */
export const traitWords: Record<Trait, Word> = {
  industry: { en: 'Industry', ja: '業種' },
  region: { en: 'Region', ja: '地域' },
  size: { en: 'Size', ja: '規模' },
  tier: { en: 'Tier', ja: 'ランク' },
  product: { en: 'Product', ja: '製品' },
  topic: { en: 'Talked about', ja: '話題' },
  language: { en: 'Language', ja: '言語' },
}

export const sizeWords: Record<Size, Word> = {
  small: { en: 'Small: lowest third by revenue', ja: '小（年間売上の下位 3 分の 1）' },
  medium: { en: 'Medium: middle third', ja: '中（中位 3 分の 1）' },
  large: { en: 'Large: highest third', ja: '大（上位 3 分の 1）' },
}

export const fitWords = {
  label: { en: 'Match', ja: '一致' },
  all: { en: 'Fits everything', ja: 'すべてに一致' },
  best: { en: 'Best fit first', ja: '一致の多い順' },
  fits: { en: 'In common', ja: '一致する項目' },
  bestOnly: { en: 'The fifty who fit best.', ja: '一致の多い 50 名を表示しています。' },
} satisfies Record<string, Word>
