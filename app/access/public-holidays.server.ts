import { dayOfIso } from '#app/platform/day.ts'
import type { Locale } from '#app/platform/words.ts'

/** The list of the world's holidays is large: only the settings page and a monthly job read it. */
const library = () => import('date-holidays').then((file) => file.default)

/** Countries with known public holidays, by name in a language. */
export async function holidayCountries(locale: Locale): Promise<{ value: string; label: string }[]> {
  const Holidays = await library()
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' })
  return Object.keys(new Holidays().getCountries())
    .map((code) => ({ value: code, label: names.of(code) ?? code }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
}

/** Public holidays of a country in a year, one name a day. An unknown country has none. */
export async function publicHolidays(country: string, year: number, locale: Locale) {
  const Holidays = await library()
  const days = new Map<number, string>()
  for (const { date, name, type } of new Holidays(country).getHolidays(year, locale)) {
    const day = dayOfIso(date.slice(0, 10))
    if (type === 'public' && day !== null && !days.has(day)) days.set(day, name.slice(0, 80))
  }
  return [...days].map(([day, name]) => ({ day, name }))
}
