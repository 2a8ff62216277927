import { dayOfIso, isZone } from '#app/platform/calendar.ts'
import { exponentOf } from '#app/ui/formats.ts'

/** Either what was meant, or the code of what is wrong with it. */
export type Read<T> = { value: T } | { wrong: string }
const wrong = (code: string) => ({ wrong: code })

const wide = (text: string) => text.normalize('NFKC').trim()

const two = (text: string) => text.padStart(2, '0')

/** `2024-04-01`, `2024/4/1`, `2024.4.1`, `2024年4月1日`, `20240401`, with or without a time behind; else only what can be read in one way. */
export function readDate(text: string): Read<string> {
  const given = wide(text)
  const parts =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?$/.exec(given) ??
    /^(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/.exec(given) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(given)
  if (parts) return dated(parts[1]!, parts[2]!, parts[3]!)
  const western = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(given)
  if (!western) return wrong('date_invalid')
  const [, a, b, year] = western as unknown as [string, string, string, string]
  if (Number(a) > 12) return dated(year, b, a)
  if (Number(b) > 12) return dated(year, a, b)
  return a === b ? dated(year, a, b) : wrong('date_ambiguous')
}

function dated(year: string, month: string, day: string): Read<string> {
  const iso = `${year}-${two(month)}-${two(day)}`
  return dayOfIso(iso) === null || Number(year) < 1900 || Number(year) > 2200 ? wrong('date_invalid') : { value: iso }
}

const symbols: Record<string, string> = { '¥': 'JPY', 円: 'JPY', $: 'USD', '€': 'EUR', '£': 'GBP', '₩': 'KRW' }
const known = new Set(Intl.supportedValuesOf('currency'))

export function readCurrency(text: string): Read<string> {
  const given = wide(text).toUpperCase()
  const code = symbols[given] ?? given
  return known.has(code) ? { value: code } : wrong('currency_unknown')
}

/** `1,200,000`, `¥1,200`, `1.200,50 €`, `USD 12`, `120万円`: the decimal amount as text of digits, and the currency it names. */
export function readAmount(text: string): Read<{ amount: string; currency: string | null }> {
  let given = wide(text).replace(/[\s']/g, '')
  let currency: string | null = null
  const named = /[¥円$€£₩]|[A-Za-z]{3}/.exec(given)
  if (named) {
    const read = readCurrency(named[0])
    if ('wrong' in read) return read
    currency = read.value
    given = given.replace(named[0], '')
  }
  const unit = /[千万億]$/.exec(given)?.[0]
  if (unit) given = given.slice(0, -1)
  const negative = /^\(.*\)$/.test(given)
  const digits = plainNumber(negative ? given.slice(1, -1) : given)
  if (digits === null || negative || digits.startsWith('-')) return wrong('money_invalid')
  return { value: { amount: unit ? scaled(digits, { 千: 3, 万: 4, 億: 8 }[unit]!) : digits, currency } }
}

/** Digits with a point, from a text with thousands separators of either kind; null when it isn't a number. */
function plainNumber(text: string): string | null {
  if (/^-?\d+(\.\d+)?$/.test(text)) return text
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return text.replaceAll(',', '')
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)$/.test(text) || /^-?\d{1,3}(\.\d{3}){2,}$/.test(text))
    return text.replaceAll('.', '').replace(',', '.')
  if (/^-?\d+,\d{1,2}$/.test(text)) return text.replace(',', '.')
  return null
}

/** Moves the point to the right. */
function scaled(digits: string, places: number): string {
  const [whole, part = ''] = digits.split('.') as [string, string?]
  const moved = part.padEnd(places, '0')
  const rest = moved.slice(places)
  return `${whole}${moved.slice(0, places)}${rest ? `.${rest}` : ''}`
}

/** Minor units of a currency by its ISO exponent. More digits than it has are wrong unless they are zeros. */
export function toMinor(amount: string, currency: string): Read<number> {
  const exponent = exponentOf(currency)
  const [whole, part = ''] = amount.split('.') as [string, string?]
  if (/[1-9]/.test(part.slice(exponent))) return wrong('money_digits')
  const minor = Number(whole + part.slice(0, exponent).padEnd(exponent, '0'))
  return Number.isSafeInteger(minor) ? { value: minor } : wrong('money_invalid')
}

const yes = new Set([
  '1',
  'true',
  'yes',
  'y',
  'on',
  'x',
  't',
  'はい',
  '有',
  'あり',
  '○',
  '〇',
  '◯',
  '✓',
  '済',
  'ok',
  '配信停止',
  '停止',
  '希望しない',
  '拒否',
  'opted out',
  'unsubscribed',
  'optout',
])
const no = new Set([
  '0',
  'false',
  'no',
  'n',
  'off',
  'f',
  '-',
  'いいえ',
  '無',
  'なし',
  '×',
  '✗',
  '未',
  '配信',
  '配信中',
  '希望する',
  '許可',
  'subscribed',
  'opted in',
  'optin',
])

export function readYesNo(text: string): Read<boolean> {
  const given = wide(text).toLowerCase()
  if (yes.has(given)) return { value: true }
  return no.has(given) ? { value: false } : wrong('yesno_unknown')
}

const languages: Record<string, 'en' | 'ja'> = {
  en: 'en',
  eng: 'en',
  english: 'en',
  英語: 'en',
  ja: 'ja',
  jp: 'ja',
  jpn: 'ja',
  japanese: 'ja',
  日本語: 'ja',
}

export function readLanguage(text: string): Read<'en' | 'ja'> {
  const given = wide(text).toLowerCase()
  const found = languages[given] ?? languages[given.split(/[-_]/)[0]!]
  return found ? { value: found } : wrong('language_unknown')
}

const healthWords: Record<string, 'green' | 'yellow' | 'red' | 'unknown'> = {
  green: 'green', good: 'green', healthy: 'green', 緑: 'green', 良好: 'green', 青: 'green',
  yellow: 'yellow', amber: 'yellow', watch: 'yellow', neutral: 'yellow', 黄: 'yellow', 注意: 'yellow',
  red: 'red', 'at risk': 'red', poor: 'red', 赤: 'red', 危険: 'red',
  unknown: 'unknown', 不明: 'unknown',
} // prettier-ignore

export function readHealth(text: string): Read<'green' | 'yellow' | 'red' | 'unknown'> {
  const found = healthWords[wide(text).toLowerCase()]
  return found ? { value: found } : wrong('health_unknown')
}

const states: Record<string, 'active' | 'left'> = {
  active: 'active',
  在籍: 'active',
  有効: 'active',
  left: 'left',
  inactive: 'left',
  退職: 'left',
  無効: 'left',
}

export function readState(text: string): Read<'active' | 'left'> {
  const found = states[wide(text).toLowerCase()]
  return found ? { value: found } : wrong('state_unknown')
}

const zones = new Map<string, boolean>()

export function readZone(text: string): Read<string> {
  const given = text.trim()
  let ok = zones.get(given)
  if (ok === undefined) {
    ok = isZone(given)
    if (zones.size < 2000) zones.set(given, ok)
  }
  return ok ? { value: given } : wrong('zone_unknown')
}

/** The bare domain of a domain or web address, lower case, without `www.`. */
export function readDomain(text: string): Read<string> {
  const bare = wide(text)
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^.*@/, '')
    .replace(/\.$/, '')
  return /^([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u.test(bare)
    ? { value: bare }
    : wrong('domain_invalid')
}
