import { noneWords, teamWords as words } from '#app/cases/team/words.ts'
import type { TimesBy } from '#app/cases/team/team-view.ts'
import { causeWords } from '#app/cases/words.ts'
import { HOUR, MINUTE } from '#app/platform/day.ts'
import type { Translate } from '#app/platform/words.ts'
import type { Formats } from '#app/ui/formats.ts'
import type { causes } from '#db/enums/cases.ts'

/** A span of working time: minutes below an hour and a half, else hours; never days, for one has not 24 hours of them. */
export function hoursText(t: Translate, format: Formats, span: number): string {
  if (span < 1.5 * HOUR) return t(words.minutes, { n: format.number(Math.round(span / MINUTE)) })
  const hours = span / HOUR
  return t(words.hours, { n: format.number(hours, hours < 10 ? 1 : 0) })
}

/** What a row of times is about. */
export function groupText(
  t: Translate,
  by: TimesBy,
  { key, name }: { key: string | null; name: string | null },
): string {
  if (key === null) return t(noneWords[by])
  if (by === 'cause') return t(causeWords[key as (typeof causes)[number]])
  return name ?? key
}
