import type { Word } from '#app/platform/words.ts'

/** By itself, for the first page of all has this button and no other words of quotes. */
export const makeQuote: Word = { en: 'Make a quote', ja: '引用を作成' }
