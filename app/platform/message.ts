/*
 * The part of the ICU syntax that catalogues use: `{name}`, `{n, number}`, `{n, plural, =0 {…} one {# case} other {…}}`.
 * Every browser loads this; a reader of the whole syntax is 12 of 150 KB. The words test holds each message against one.
 */
export type Values = Record<string, string | number>

type Part = (values: Values, counted: string) => string

const join =
  (parts: Part[]): Part =>
  (values, counted) =>
    parts.map((part) => part(values, counted)).join('')

/** What says a message of one language with values. @throws of text that is no such message, and later without a value */
export function readMessage(text: string, locale: string): (values?: Values) => string {
  const { parts, at } = readParts(text, 0, { locale, nested: false })
  if (at < text.length) throw unreadable(text, at)
  const say = join(parts)
  return (values = {}) => say(values, '')
}

interface Place {
  locale: string
  /** Within a form of a plural, where `#` stands for its number. */
  nested: boolean
}

/** Up to the end, or to the brace that closes what began before. */
function readParts(text: string, from: number, place: Place): { parts: Part[]; at: number } {
  const parts: Part[] = []
  let at = from
  while (at < text.length && text[at] !== '}') {
    if (text[at] === '{') {
      const argument = readArgument(text, at + 1, place.locale)
      parts.push(argument.part)
      at = argument.at
    } else if (text[at] === '#' && place.nested) {
      parts.push((_, counted) => counted)
      at++
    } else {
      const end = at + (place.nested ? /^[^{}#]+/ : /^[^{}]+/).exec(text.slice(at))![0].length
      const plain = text.slice(at, end)
      parts.push(() => plain)
      at = end
    }
  }
  return { parts, at }
}

const head = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?(,|\})/

function readArgument(text: string, from: number, locale: string): { part: Part; at: number } {
  const [all, name, kind, end] = head.exec(text.slice(from)) ?? []
  if (all === undefined || name === undefined) throw unreadable(text, from)
  const at = from + all.length
  if (end === '}' && kind === undefined) return { part: (values) => String(given(values, name)), at }
  if (end === '}' && kind === 'number') return { part: (values) => numberOf(values, name, locale).text, at }
  if (end === ',' && kind === 'plural') return readPlural(text, at, { name, locale })
  throw unreadable(text, from)
}

function readPlural(text: string, from: number, { name, locale }: { name: string; locale: string }) {
  const forms = new Map<string, Part>()
  let at = from
  for (let form; (form = /^\s*(=\d+|\w+)\s*\{/.exec(text.slice(at)));) {
    const inner = readParts(text, at + form[0].length, { locale, nested: true })
    if (text[inner.at] !== '}') throw unreadable(text, inner.at)
    forms.set(form[1]!, join(inner.parts))
    at = inner.at + 1
  }
  const end = /^\s*\}/.exec(text.slice(at))
  const other = forms.get('other')
  if (!end || !other) throw unreadable(text, at)
  const part: Part = (values) => {
    const { value, text: counted } = numberOf(values, name, locale)
    const form = forms.get(`=${value}`) ?? forms.get(rulesOf(locale).select(value)) ?? other
    return form(values, counted)
  }
  return { part, at: at + end[0].length }
}

function given(values: Values, name: string) {
  const value = values[name]
  if (value === undefined) throw new Error(`a message wants a value for {${name}}`)
  return value
}

function numberOf(values: Values, name: string, locale: string) {
  const value = Number(given(values, name))
  return { value, text: numbersOf(locale).format(value) }
}

/** Making an Intl object costs far more than using it. */
function kept<T>(make: (locale: string) => T) {
  const known = new Map<string, T>()
  return (locale: string): T => {
    let one = known.get(locale)
    if (one === undefined) known.set(locale, (one = make(locale)))
    return one
  }
}
const numbersOf = kept((locale) => new Intl.NumberFormat(locale))
const rulesOf = kept((locale) => new Intl.PluralRules(locale))

const unreadable = (text: string, at: number) => new Error(`a message can't be read at ${at}: ${text}`)
