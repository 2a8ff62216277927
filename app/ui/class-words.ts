import type { Word } from '#app/platform/words.ts'
import type { Class, Metric } from '#db/enums/statistics.ts'

/** What a class is called, by metric. */
export const classWords: Record<Metric, Record<Class, Word>> = {
  nps: {
    high: { en: 'Promoter', ja: '推奨者' },
    mid: { en: 'Passive', ja: '中立者' },
    low: { en: 'Detractor', ja: '批判者' },
  },
  csat: {
    high: { en: 'Satisfied', ja: '満足' },
    mid: { en: 'Neutral', ja: 'どちらでもない' },
    low: { en: 'Dissatisfied', ja: '不満' },
  },
  ces: {
    high: { en: 'Easy', ja: '容易' },
    mid: { en: 'Neutral', ja: 'どちらでもない' },
    low: { en: 'Hard', ja: '困難' },
  },
}

export const metricWords: Record<Metric, Word> = {
  nps: { en: 'NPS', ja: 'NPS' },
  csat: { en: 'CSAT', ja: 'CSAT（満足度）' },
  ces: { en: 'CES', ja: 'CES（手間の少なさ）' },
}

/** The sign of a class, so that it is never told by colour alone. */
export const classSigns: Record<Class, string> = { high: '▲', mid: '●', low: '▼' }
