import { dayOf } from '#app/platform/calendar.ts'
import { DAY } from '#app/platform/day.ts'
import { everWorks, workedOn, type WorkingCalendar } from '#app/platform/working-time.ts'

/**
 * `workingTimeBetween` for very many spans of one calendar, all within `from` and `to`: the openings are looked up once,
 * then each span costs two searches among them. Milliseconds; negative when a span runs backwards.
 */
export function workingMeter(
  calendar: WorkingCalendar,
  { from, to }: { from: number; to: number },
): (from: number, to: number) => number {
  if (!everWorks(calendar)) return (from, to) => to - from
  const starts: number[] = []
  const ends: number[] = []
  /** Working time before each opening. */
  const before: number[] = []
  let sum = 0
  for (let day = dayOf(from, calendar.zone), last = dayOf(to + DAY, calendar.zone); day <= last; day++) {
    const worked = workedOn(day, calendar)
    if (!worked) continue
    starts.push(worked.from)
    ends.push(worked.to)
    before.push(sum)
    sum += worked.to - worked.from
  }
  const workedUntil = (at: number) => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= at) low = middle + 1
      else high = middle
    }
    return low === 0 ? 0 : before[low - 1]! + Math.min(at, ends[low - 1]!) - starts[low - 1]!
  }
  return (from, to) => workedUntil(to) - workedUntil(from)
}
