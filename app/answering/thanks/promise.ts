import { answeringWords as words } from '#app/answering/words.ts'
import type { Foreseen } from '#app/loop/foreseen.ts'
import type { Language } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'

/**
 * The sentence that says who replies and by when, or that nobody does. The day is the one in the customer's own zone
 * on which the working time of who replies runs out: a reply that is due there is never later than what was said.
 * @param known whether we know who answered, and could write
 */
export function sayPromise(foreseen: Foreseen, language: Language, zone: string, known: boolean): string | null {
  const t = translator(language)
  if (foreseen.kind === 'over') return null
  if (foreseen.kind === 'replied') return t(words.promiseKept, { name: foreseen.owner })
  if (foreseen.kind === 'not_wanted') return t(words.promiseNotWanted)
  if (!known) return t(words.promiseUnknown)
  if (foreseen.kind === 'nobody') return t(words.promiseNone)
  const day = sayDay(foreseen.dueAt, language, zone)
  return foreseen.owner === null ? t(words.promiseSomebody, { day }) : t(words.promise, { name: foreseen.owner, day })
}

/** `Tuesday, 3 December`, `12月3日火曜日`: a day as people of a language write it, without the year. */
export function sayDay(at: number, language: Language, zone: string): string {
  const tag = language === 'en' ? 'en-GB' : language
  const parts = { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone } as const
  const said = new Intl.DateTimeFormat(tag, parts).format(at)
  return language === 'en' ? said.replace(/^(\p{L}+) /u, '$1, ') : said
}
