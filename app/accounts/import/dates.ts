import { dateOrders, type DateOrder } from '#app/accounts/import/form.ts'
import { wide, wrong, type Read } from '#app/accounts/import/read.ts'
import { dayOfIso, isoOfDay } from '#app/platform/day.ts'

export const isDateOrder = (text: unknown): text is DateOrder => (dateOrders as readonly unknown[]).includes(text)

type Three = readonly [string, string, string]

/** A date as it is written: year, month and day, or three numbers whose order isn't told; and what stands behind. */
interface Written {
  ymd?: Three
  numbers?: Three
  rest: string
}

const eras: Record<string, number> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988, 昭和: 1925, s: 1925, 大正: 1911, t: 1911, 明治: 1867, m: 1867 } // prettier-ignore
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const fullMonths = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'] // prettier-ignore

const iso = /^(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)(.*)$/
const japanese = /^(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日?(?!\d)(.*)$/
const era =
  /^(令和|平成|昭和|大正|明治|[rhstm])\s?(\d{1,2}|元)\s?(?:年|[-/.])\s?(\d{1,2})\s?(?:月|[-/.])\s?(\d{1,2})\s?日?(?!\d)(.*)$/i
const compact = /^(\d{4})(\d{2})(\d{2})$/
const dayMonth = /^(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([a-z]{3,9})[\s.,-]+(\d{4}|\d{2})(?!\d)(.*)$/i
const monthDay = /^([a-z]{3,9})[\s.-]+(\d{1,2})(?:st|nd|rd|th)?[\s.,-]+(\d{4})(?!\d)(.*)$/i
const three = /^(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})(?!\d)(.*)$/
/** Days since the end of 1899, as a spreadsheet keeps them: 1954 to 2119. */
const serial = /^([2-7]\d{4})(?:\.(\d+))?$/
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+/i

function split(given: string): Written | null {
  const text = given.replace(weekday, '')
  let found = iso.exec(text) ?? japanese.exec(text)
  if (found) return { ymd: [found[1]!, found[2]!, found[3]!], rest: found[4]! }
  if ((found = compact.exec(text))) return { ymd: [found[1]!, found[2]!, found[3]!], rest: '' }
  if ((found = era.exec(text))) {
    const year = eras[found[1]!.toLowerCase()]! + (found[2] === '元' ? 1 : Number(found[2]))
    return found[2] === '0' || found[2] === '00' ? null : { ymd: [String(year), found[3]!, found[4]!], rest: found[5]! }
  }
  if ((found = three.exec(text))) return { numbers: [found[1]!, found[2]!, found[3]!], rest: found[4]! }
  if ((found = serial.exec(text))) {
    const [year, month, day] = isoOfDay(Number(found[1]) - 25_569).split('-') as [string, string, string]
    const minutes = Math.round(Number(`0.${found[2] ?? 0}`) * 1440)
    const time = ` ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
    return { ymd: [year, month, day], rest: found[2] && minutes < 1440 ? time : '' }
  }
  if ((found = dayMonth.exec(text))) {
    const month = monthOf(found[2]!)
    return month === null ? null : { ymd: [fullYear(found[3]!), month, found[1]!], rest: found[4]! }
  }
  if ((found = monthDay.exec(text))) {
    const month = monthOf(found[1]!)
    return month === null ? null : { ymd: [found[3]!, month, found[2]!], rest: found[4]! }
  }
  return null
}

function monthOf(name: string): string | null {
  const word = name.toLowerCase()
  const at = fullMonths.indexOf(word)
  const found = at >= 0 ? at : months.indexOf(word === 'sept' ? 'sep' : word)
  return found < 0 ? null : String(found + 1)
}

/** Two digits: 1970 to 2069. */
const fullYear = (year: string) => (year.length === 4 ? year : String(Number(year) + (Number(year) < 70 ? 2000 : 1900)))

/** `YYYY-MM-DD` of a day that exists, between 1900 and 2200. */
function dated([year, month, day]: Three): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return dayOfIso(text) === null || Number(year) < 1900 || Number(year) > 2200 ? null : text
}

function inOrder([a, b, c]: Three, order: DateOrder): string | null {
  if (order === 'ymd') return c.length === 4 ? null : dated([fullYear(a), b, c])
  return order === 'dmy' ? dated([fullYear(c), b, a]) : dated([fullYear(c), a, b])
}

export interface Time {
  /** Since midnight. */
  minutes: number
  /** Minutes east of UTC, where it is written. */
  offset: number | null
}

const clock =
  /^(am|pm|午前|午後)?\s*(\d{1,2})(?::|時)(\d{1,2})?分?(?::(\d{2})(?:[.,]\d+)?|\d{1,2}秒)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(z|utc|gmt|jst|[+-]\d{2}:?\d{2})?$/i

/** What stands behind a date: nothing, a day of the week, a time. Undefined when it is something else. */
function readTime(rest: string): Time | null | undefined {
  const text = rest
    .replace(/^\s*[(（]?(?:[月火水木金土日]曜?日?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)[)）]?/i, '')
    .replace(/^[t,\s]+/i, '')
    .trim()
  if (text === '') return null
  const found = clock.exec(text)
  if (!found) return undefined
  const half = (found[1] ?? found[5] ?? '').toLowerCase().replaceAll('.', '')
  let hours = Number(found[2])
  if (half && hours > 12) return undefined
  if (half === 'pm' || half === '午後') hours = (hours % 12) + 12
  else if (half === 'am' || half === '午前') hours %= 12
  const minutes = Number(found[3] ?? 0)
  if (hours > 24 || minutes > 59) return undefined
  return { minutes: Math.min(hours * 60 + minutes, 1439), offset: offsetOf(found[6]) }
}

function offsetOf(zone: string | undefined): number | null {
  if (!zone) return null
  if (zone.toLowerCase() === 'jst') return 540
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (!found) return 0
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]))
}

/**
 * A date as people and programs write it: `2024-04-01`, `2024/4/1`, `2024年4月1日`, `令和6年4月1日`, `R6.4.1`, `20240401`,
 * `1 Apr 2024`, `April 1, 2024`, a spreadsheet's `45383`; `13/4/2024` by its order, which without one must be plain.
 * A time may stand behind it.
 */
export function readDateTime(text: string, order: DateOrder | null = null): Read<{ day: string; time: Time | null }> {
  const written = split(wide(text))
  if (!written) return wrong('date_invalid')
  const time = readTime(written.rest)
  if (time === undefined) return wrong('date_invalid')
  if (written.ymd) {
    const day = dated(written.ymd)
    return day ? { value: { day, time } } : wrong('date_invalid')
  }
  const days = new Set((order ? [order] : dateOrders).map((one) => inOrder(written.numbers!, one)))
  days.delete(null)
  const [day, other] = days
  if (day == null) return wrong(order ? 'date_order' : 'date_invalid')
  return other == null ? { value: { day, time } } : wrong('date_ambiguous')
}

/** The same without the time: `YYYY-MM-DD`. */
export function readDate(text: string, order: DateOrder | null = null): Read<string> {
  const read = readDateTime(text, order)
  return 'wrong' in read ? read : { value: read.value.day }
}

/** Whether a text is three numbers whose order must be known. */
export const isDoubtfulDate = (text: string) => {
  const written = split(wide(text))
  return written?.numbers !== undefined && readTime(written.rest) !== undefined
}

/** Looks at every date of a column, to tell which number is the day. */
export class DateEvidence {
  #total = 0
  #differs: string | null = null
  readonly #can: Record<DateOrder, number> = { dmy: 0, mdy: 0, ymd: 0 }
  readonly #only: Partial<Record<DateOrder, string>> = {}

  see(text: string) {
    const numbers = split(wide(text))?.numbers
    if (!numbers) return
    const days = dateOrders.map((order) => inOrder(numbers, order))
    const able = dateOrders.filter((_, i) => days[i] !== null)
    if (!able.length) return
    this.#total++
    for (const order of able) this.#can[order]++
    if (able.length === 1) this.#only[able[0]!] ??= text.trim()
    if (new Set(days.filter((day) => day !== null)).size > 1) this.#differs ??= text.trim()
  }

  /** The order that reads all of them; `ask` with a value that shows the doubt; null when there is nothing to tell. */
  verdict(): { order: DateOrder; because: string } | { ask: string } | null {
    if (this.#differs === null) return null
    const fits = dateOrders.filter((order) => this.#can[order] === this.#total)
    if (fits.length !== 1) return { ask: this.#differs }
    return { order: fits[0]!, because: this.#only[fits[0]!] ?? this.#differs }
  }
}
