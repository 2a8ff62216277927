import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import type { ReportBy } from '#app/advocacy/report/report-view.ts'
import { noneWords, reportWords as words } from '#app/advocacy/report/words.ts'
import type { Translate } from '#app/platform/words.ts'
import { rateOf } from '#app/statistics/rates.ts'
import type { Formats } from '#app/ui/formats.ts'
import { languageName } from '#app/ui/language-names.ts'
import type { AskKind } from '#db/enums/advocacy.ts'

/** What a row is about. */
export function groupText(
  t: Translate,
  by: ReportBy,
  { key, name }: { key: string | null; name: string | null },
): string {
  if (key === null) return t(noneWords[by])
  if (by === 'kind') return t(askKindNames[key as AskKind])
  if (by === 'language') return languageName(t, key)
  return name ?? key
}

/** A share with its interval, `27 % (20 % to 35 %)`; null when n is 0. */
export function rateText(t: Translate, format: Formats, hits: number, n: number): string | null {
  const rate = rateOf(hits, n)
  return rate && t(words.rateShort, sharesOf(format, rate))
}

export const sharesOf = (format: Formats, rate: { value: number; low: number; high: number }) => ({
  share: format.percent(rate.value),
  low: format.percent(rate.low),
  high: format.percent(rate.high),
})
