import { DateTime } from 'luxon'

const minute = 60_000
/** Zones change their offset on a quarter of an hour at the finest. */
const quarter = 15 * minute
const mostKept = 5_000

/**
 * Writes instants as ISO 8601 in a zone, `2026-03-02T10:00:00+09:00`. Offsets are looked up once a quarter of an hour:
 * a million rows must not ask the calendar a million times.
 */
export function isoInZone(zone: string): (at: number) => string {
  const offsets = new Map<number, number>()
  const offsetAt = (at: number) => {
    const key = Math.floor(at / quarter)
    let offset = offsets.get(key)
    if (offset === undefined) {
      if (offsets.size >= mostKept) offsets.clear()
      offset = DateTime.fromMillis(key * quarter, { zone }).offset
      offsets.set(key, offset)
    }
    return offset
  }
  return (at) => {
    const offset = offsetAt(at)
    const minutes = Math.abs(offset)
    const two = (n: number) => String(n).padStart(2, '0')
    const sign = offset < 0 ? '-' : '+'
    return `${new Date(at + offset * minute).toISOString().slice(0, 19)}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  }
}
