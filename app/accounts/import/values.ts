import { plainNumber, type NumberStyle } from '#app/accounts/import/numbers.ts'
import { wide, wrong, type Read } from '#app/accounts/import/read.ts'
import { isZone } from '#app/platform/calendar.ts'
import { exponentOf } from '#app/ui/formats.ts'

const symbols: Record<string, string> = { '¥': 'JPY', 円: 'JPY', $: 'USD', '€': 'EUR', '£': 'GBP', '₩': 'KRW' }
const known = new Set(Intl.supportedValuesOf('currency'))

export function readCurrency(text: string): Read<string> {
  const given = wide(text).toUpperCase()
  const code = symbols[given] ?? given
  return known.has(code) ? { value: code } : wrong('currency_unknown')
}

const units: Record<string, number> = { 千: 3, 万: 4, 百万: 6, 億: 8 }

/**
 * `1,200,000`, `¥1,200`, `1.200,50 €`, `1 200,50`, `USD 12`, `120万円`, `(1,200)`: the decimal amount as text of digits,
 * and the currency it names.
 */
export function readAmount(
  text: string,
  style: NumberStyle | null = null,
): Read<{ amount: string; currency: string | null }> {
  let given = wide(text).replace(/\s/g, '')
  let currency: string | null = null
  const named = /[¥円$€£₩]|[A-Za-z]{3}/.exec(given)
  if (named) {
    const read = readCurrency(named[0])
    if ('wrong' in read) return read
    currency = read.value
    given = given.replace(named[0], '')
  }
  const unit = /(?:百万|[千万億])(?=\)?$)/.exec(given)?.[0]
  if (unit) given = given.replace(unit, '')
  const digits = plainNumber(given, style)
  if (digits === null) return wrong('money_invalid')
  if (digits === 'ambiguous') return wrong('money_ambiguous')
  if (digits.startsWith('-')) return wrong('money_negative')
  return { value: { amount: unit ? scaled(digits, units[unit]!) : digits, currency } }
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
