import { daysUntil } from '#app/platform/day.ts'
import type { Translate, Word } from '#app/platform/words.ts'
import type { Formats } from '#app/ui/formats.ts'
import type { RankPart } from '#db/enums/cases.ts'
import type { Severity } from '#db/enums/surveys.ts'
import { severityWords } from '#app/cases/words.ts'

export const rankWords = {
  part: { en: '{hours} h: {why}', ja: '{why}：{hours} 時間' },
  first: { en: '{hours} h earlier: {why}', ja: '{why}：{hours} 時間繰り上げ' },
  severity: { en: '{severity} severity', ja: '重要度「{severity}」' },
  value: { en: '{money} a year', ja: '年額 {money}' },
  renewsIn: {
    en: '{n, plural, =0 {renews today} one {renews tomorrow} other {renews in # days}}',
    ja: '{n, plural, =0 {本日更新} other {# 日後に更新}}',
  },
  renewed: { en: 'renewal was near', ja: '更新間近' },
  place: { en: 'In the queue: {text}', ja: '並び順：{text}' },
  asDue: { en: 'as due on {due}', ja: '期限 {due} のとおり' },
  before: {
    en: '{hours} h before {due} ({parts})',
    ja: '期限 {due} より {hours} 時間前（{parts}）',
  },
  comma: { en: '; ', ja: '、' },
  notYet: { en: 'by its due time; not explained yet', ja: '対応期限の順（内訳は未計算）' },
} satisfies Record<string, Word>

/**
 * One head start each: "6 h earlier: ¥12M a year", "4 h: renews in 40 days". `plain`: no "earlier", since the sentence says
 * it; `today`: day number, where the organisation is.
 */
export function sayRankParts(
  parts: readonly RankPart[],
  {
    t,
    format,
    today,
    plain = false,
  }: { t: Translate; format: Pick<Formats, 'shortMoney'>; today: number; plain?: boolean },
): string[] {
  return parts.map((part, index) =>
    t(index === 0 && !plain ? rankWords.first : rankWords.part, { hours: part.hours, why: sayWhyEarlier(part) }),
  )

  function sayWhyEarlier({ why, of, currency }: RankPart): string {
    if (why === 'severity') return t(rankWords.severity, { severity: t(severityWords[of as Severity]) })
    if (why === 'value') return t(rankWords.value, { money: format.shortMoney(Number(of), currency!) })
    const n = daysUntil(String(of), today)
    return n === null || n < 0 ? t(rankWords.renewed) : t(rankWords.renewsIn, { n })
  }
}
