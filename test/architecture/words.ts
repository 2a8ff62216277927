import { IntlMessageFormat } from 'intl-messageformat'
import ts from 'typescript'
import { languages, type Language } from '#app/platform/languages.ts'
import { locales, translate, type Word } from '#app/platform/words.ts'
import { nodes, type Source } from '#test/architecture/source.ts'

export const isWord = (value: unknown): value is Word =>
  typeof value === 'object' &&
  value !== null &&
  locales.every((locale) => typeof (value as Record<string, unknown>)[locale] === 'string')

/** A message for staff in two languages, or one for customers in all. */
export type Message = Word & Partial<Record<Language, string>>

const languagesOf = (word: Message) => languages.filter((one) => word[one] !== undefined)
const textOf = (word: Message, language: Language) => word[language] ?? ''

/** `path of the word → word`, however deep the catalogue nests. */
export function wordsIn(catalogue: unknown, path: string): [string, Word][] {
  if (isWord(catalogue)) return [[path, catalogue]]
  if (typeof catalogue !== 'object' || catalogue === null) return []
  return Object.entries(catalogue).flatMap(([key, value]) => wordsIn(value, `${path}.${key}`))
}

/** Numbers that fall into every form of a plural there is. */
const samples = [0, 1, 2, 5, 12_345]

/** Where our own reader says something else than that of the whole ICU syntax. */
export function misread(path: string, word: Message): string[] {
  return languagesOf(word).flatMap((locale) => {
    const whole = new IntlMessageFormat(textOf(word, locale), locale, undefined, { ignoreTag: true })
    const names = [...wanted(whole.getAst())]
    return samples.flatMap((n) => {
      const values = Object.fromEntries(names.map((name, i) => [name, n + i]))
      const [ours, theirs] = [translate(locale, word as Record<Language, string>, values), String(whole.format(values))]
      return ours === theirs ? [] : [`${path}: ${locale} says “${ours}”, and should say “${theirs}”`]
    })
  })
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** The names that a message wants values for. */
function wanted(elements: Element[]): Set<string> {
  const names = new Set<string>()
  for (const element of elements) {
    if (element.type !== 0 && element.type !== 7 && 'value' in element) names.add(element.value)
    if ('options' in element && element.options)
      for (const option of Object.values(element.options)) for (const name of wanted(option.value)) names.add(name)
  }
  return names
}

/** What is wrong with a message: empty, unreadable, untranslated, or asking for other values than its twins. */
export function faults(path: string, word: Message): string[] {
  const found: string[] = []
  const asks = languagesOf(word).map((locale) => {
    if (textOf(word, locale).trim() === '') found.push(`${path}: ${locale} is empty`)
    try {
      return [...wanted(new IntlMessageFormat(textOf(word, locale), locale, undefined, { ignoreTag: true }).getAst())]
        .sort()
        .join()
    } catch (error) {
      found.push(`${path}: ${locale} can't be read: ${String(error)}`)
      return ''
    }
  })
  languagesOf(word).forEach((locale, i) => {
    if (asks[i] !== asks[0]) found.push(`${path}: en wants {${asks[0]}}, ${locale} wants {${asks[i]}}`)
  })
  const english = word.en.replace(/\{[^}]*\}?/g, '')
  if (/[a-z]{4}/.test(english) && !/^\S*[@/.]\S*$/.test(english))
    for (const one of languagesOf(word))
      if (one !== 'en' && word[one] === word.en) found.push(`${path}: ${one} is still English`)
  return found
}

const refusals = new Map([
  ['NotFound', 0],
  ['Forbidden', 0],
  ['Conflict', 0],
  ['Invalid', 0],
  ['Refusal', 1],
])

/** Every code that a use case refuses with, where it stands in the source as a literal. */
export function refusalCodes(tree: Source[]): { path: string; code: string }[] {
  const found: { path: string; code: string }[] = []
  for (const file of tree.filter(({ path }) => path.startsWith('app/'))) {
    for (const node of nodes(file.syntax)) {
      if (!ts.isNewExpression(node)) continue
      const at = refusals.get(node.expression.getText())
      const code = at === undefined ? undefined : node.arguments?.[at]
      if (code && ts.isStringLiteral(code)) found.push({ path: file.path, code: code.text })
    }
  }
  return found
}
