import { DAY, dayOfIso, isoOfDay } from '#app/platform/day.ts'

/**
 * The next yearly return of a day, today included, and which one it is. What began on 29 February returns on the 28th in years
 * that have none. The day itself is no anniversary of itself.
 */
export function nextAnniversary(since: number, today: number): { day: number; years: number } {
  const began = new Date(since * DAY)
  const first = Math.max(1, new Date(today * DAY).getUTCFullYear() - began.getUTCFullYear())
  const inYear = (years: number) => {
    const year = began.getUTCFullYear() + years
    return dayOfIso(`${year}${isoOfDay(since).slice(4)}`) ?? dayOfIso(`${year}-02-28`)!
  }
  const years = inYear(first) >= today ? first : first + 1
  return { day: inYear(years), years }
}
