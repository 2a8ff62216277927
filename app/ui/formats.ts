import type { Locale } from '#app/platform/words.ts'

const tags: Record<Locale, string> = { en: 'en-GB', ja: 'ja-JP' }
const kept = new Map<string, unknown>()

/** Making an Intl formatter costs far more than using it. */
function once<T>(key: string, make: () => T): T {
  let value = kept.get(key) as T | undefined
  if (value === undefined) kept.set(key, (value = make()))
  return value
}

const minute = 60_000
const units = [
  ['year', 365.25 * 24 * 60 * minute],
  ['month', 30.44 * 24 * 60 * minute],
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
] as const

/** What a sum of money is shortened to, the largest first. */
const steps: Record<Locale, [size: number, sign: string][]> = {
  en: [
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'K'],
  ],
  ja: [
    [1e12, '兆'],
    [1e8, '億'],
    [1e4, '万'],
  ],
}

export interface DateOptions {
  /** IANA zone; without one, the zone given to `formats`. */
  zone?: string
}

/**
 * Numbers, dates and money in a language. `zone` is the IANA zone of dates that name none, `home` the organisation's own
 * currency: its sign stands alone (`¥`), that of any other says whose it is (`CN¥`).
 */
export function formats(locale: Locale, zone = 'UTC', home: string | null = null) {
  const tag = tags[locale]
  const dates = (name: string, options: Intl.DateTimeFormatOptions, at: number, inZone = zone) =>
    once(`${name}/${tag}/${inZone}`, () => new Intl.DateTimeFormat(tag, { ...options, timeZone: inZone })).format(at)

  return {
    /** `12,345` */
    number: (value: number, digits = 0) =>
      once(
        `n${digits}/${tag}`,
        () => new Intl.NumberFormat(tag, { maximumFractionDigits: digits, minimumFractionDigits: digits }),
      ).format(value),
    /** `12`, and `10,000+` for what was counted no further. */
    upTo(value: number, most: number): string {
      return value > most ? `${this.number(most)}+` : this.number(value)
    },
    /** `+37`, `−4`, `0`: an NPS is always written with its sign. */
    signed: (value: number, digits = 0) =>
      once(
        `s${digits}/${tag}`,
        () =>
          new Intl.NumberFormat(tag, {
            signDisplay: 'exceptZero',
            maximumFractionDigits: digits,
            minimumFractionDigits: digits,
          }),
      )
        .format(value)
        .replace('-', '−'),
    /** A share of 1 as `31 %`. What is there but would round to nothing is `<1%`, `1%未満`: 0 % means none. */
    percent(share: number, digits = 0) {
      const format = once(
        `p${digits}/${tag}`,
        () => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: digits }),
      )
      const least = 10 ** -(digits + 2)
      if (share <= 0 || share >= least / 2) return format.format(share)
      return locale === 'ja' ? `${format.format(least)}未満` : `<${format.format(least)}`
    },
    /** Bytes as `3.4 MB`. */
    bytes(size: number) {
      const step = size < 1e3 ? 0 : size < 1e6 ? 1 : size < 1e9 ? 2 : 3
      const unit = (['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const)[step]!
      return once(
        `b${step}/${tag}`,
        () =>
          new Intl.NumberFormat(tag, {
            style: 'unit',
            unit,
            unitDisplay: 'short',
            maximumFractionDigits: step ? 1 : 0,
          }),
      ).format(size / 1000 ** step)
    },
    /** Minor units (cents, yen) of an ISO 4217 currency; the exponent is the currency's own. */
    money(minor: number, currency: string) {
      const currencyDisplay = currency === home ? 'narrowSymbol' : 'symbol'
      const format = once(
        `m${currency}${currencyDisplay}/${tag}`,
        () =>
          new Intl.NumberFormat(tag, {
            style: 'currency',
            currency,
            currencyDisplay,
            trailingZeroDisplay: 'stripIfInteger',
          } as Intl.NumberFormatOptions),
      )
      return format.format(minor / 10 ** exponentOf(currency))
    },
    /** The same in few signs: `¥12.6M`, `￥1,260万`. The steps are ours: of Intl's, browsers and Node write some differently. */
    shortMoney(minor: number, currency: string) {
      const format = once(
        `ms${currency}/${tag}`,
        () =>
          new Intl.NumberFormat(tag, {
            style: 'currency',
            currency,
            currencyDisplay: 'narrowSymbol',
            maximumSignificantDigits: 3,
          }),
      )
      const value = Number((minor / 10 ** exponentOf(currency)).toPrecision(3))
      const [size, sign] = steps[locale].find(([size]) => Math.abs(value) >= size) ?? [1, '']
      return format.format(value / size) + sign
    },
    /** `21 Nov 2026` */
    date: (at: number, options: DateOptions = {}) => dates('d', { dateStyle: 'medium' }, at, options.zone),
    /** `14:05` */
    time: (at: number, options: DateOptions = {}) => dates('t', { timeStyle: 'short' }, at, options.zone),
    /** `21 Nov 2026, 14:05` */
    dateTime: (at: number, options: DateOptions = {}) =>
      dates('dt', { dateStyle: 'medium', timeStyle: 'short' }, at, options.zone),
    /** With seconds and the zone in words: what stands behind a relative time. */
    exact: (at: number, options: DateOptions = {}) =>
      dates('x', { dateStyle: 'full', timeStyle: 'long' }, at, options.zone),
    /** A day number (days since 1970) as `21 Nov 2026`. */
    day: (day: number) => dates('d', { dateStyle: 'medium' }, day * 24 * 60 * minute, 'UTC'),
    /** The month of a day number as `Nov 2026`. */
    month: (day: number) => dates('mo', { year: 'numeric', month: 'short' }, day * 24 * 60 * minute, 'UTC'),
    /** The month of a day number as `Nov`. */
    shortMonth: (day: number) => dates('sm', { month: 'short' }, day * 24 * 60 * minute, 'UTC'),
    /** `3 hours ago`, `in 2 days`, `now`. */
    relative(at: number, now: number) {
      const difference = at - now
      const format = once(`r/${tag}`, () => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }))
      for (const [unit, length] of units) {
        if (Math.abs(difference) >= length) return format.format(Math.trunc(difference / length), unit)
      }
      return format.format(0, 'second')
    },
    /** A length of time as `4 min`, `2 hr`. */
    duration(milliseconds: number) {
      const seconds = Math.max(1, Math.round(milliseconds / 1000))
      const [unit, value] =
        seconds < 60
          ? (['second', seconds] as const)
          : seconds < 3600
            ? (['minute', Math.round(seconds / 60)] as const)
            : (['hour', Math.round(seconds / 3600)] as const)
      return once(
        `u${unit}/${tag}`,
        () => new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short' }),
      ).format(value)
    },
    /** Names as a list: `A, B and C`. */
    list: (items: string[]) => once(`l/${tag}`, () => new Intl.ListFormat(tag, { type: 'conjunction' })).format(items),
  }
}

export type Formats = ReturnType<typeof formats>

/** Minor units in major ones, as a number that programs read: 12345 USD cents are 123.45. */
export const majorOf = (minor: number | null, currency: string | null): number | null =>
  minor === null || currency === null ? null : minor / 10 ** exponentOf(currency)

/** Digits after the point of an ISO 4217 currency: 2 for EUR, 0 for JPY. Unknown codes count as 2. */
export function exponentOf(currency: string): number {
  return once(`e${currency}`, () => {
    try {
      return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    } catch {
      return 2
    }
  })
}
