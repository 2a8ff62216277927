import { isoInZone } from '#app/platform/iso-in-zone.ts'
import type { Language } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'

type Time = [value: string | null, shown?: string]

/** How facts are said: instants as ISO 8601 for programs, and in the reader's language and the organisation's zone. */
export function sayer(language: Language, zone: string) {
  const iso = isoInZone(zone)
  const full = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone })
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const names = new Intl.DisplayNames([language], { type: 'language' })
  return {
    is: language,
    t: translator(language),
    time: (at: number | null): Time => (at === null ? [null] : [iso(at), full.format(at)]),
    /** A calendar day, as its midnight in UTC. */
    day: (at: number): Time => [new Date(at).toISOString().slice(0, 10), date.format(at)],
    language: (code: string) => names.of(code) ?? code,
  }
}
export type Sayer = ReturnType<typeof sayer>
