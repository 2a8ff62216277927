import { isLanguage, languages, type Language } from '#app/platform/languages.ts'

/** Where an editor of many languages stands. English is always there, as what the others are held against. */
export interface Editing {
  /** Languages that the survey will speak once it is saved, in the order of the list. */
  present: readonly Language[]
  /** Languages that it speaks until then. */
  out: readonly Language[]
  /** Languages whose fields are in the form: only they are posted, the others keep what is stored. */
  opened: readonly Language[]
  /** The language that is worked on; where there is room for one only, the one that is seen. */
  front: Language
  /** Next to English where there is room for two. */
  beside: Exclude<Language, 'en'>
}

/** What a form without script brings: languages with fields, those taken out, and the button that was pressed. */
export interface Pressed {
  typed: readonly string[]
  out: readonly string[]
  show?: string | null
  takeOut?: string | null
}

export const neverOut = (language: Language): language is 'en' | 'ja' => language === 'en' || language === 'ja'

export function startEditing(saved: readonly Language[], front: Language, pressed?: Pressed): Editing {
  let now: Editing = { present: saved, out: [], opened: ['en', 'ja'], front, beside: front === 'en' ? 'ja' : front }
  for (const one of pressed?.out ?? []) if (isLanguage(one)) now = takeOut(now, one)
  for (const one of pressed?.typed ?? []) if (isLanguage(one)) now = { ...show(now, one), front, beside: now.beside }
  if (isLanguage(pressed?.takeOut)) now = takeOut(now, pressed.takeOut)
  return isLanguage(pressed?.show) ? show(now, pressed.show) : now
}

/** Works on a language, which the survey speaks from now on if it did not. */
export const show = (now: Editing, language: Language): Editing => ({
  present: inOrder([...now.present, language]),
  out: now.out.filter((one) => one !== language),
  opened: inOrder([...now.opened, language]),
  front: language,
  beside: language === 'en' ? now.beside : language,
})

/** Takes a language out; English and Japanese stay. */
export function takeOut(now: Editing, language: Language): Editing {
  if (neverOut(language)) return now
  const gone = now.beside === language || now.front === language
  return {
    present: now.present.filter((one) => one !== language),
    out: inOrder([...now.out, language]),
    opened: now.opened.filter((one) => one !== language),
    front: gone ? 'en' : now.front,
    beside: gone ? 'ja' : now.beside,
  }
}

/** Languages whose question is still the standard one though the English isn't: they would ask something else. */
export const stillStandard = (
  present: readonly Language[],
  questions: Partial<Record<Language, string>>,
  standard: Record<Language, string>,
): Language[] =>
  (questions.en ?? standard.en).trim() === standard.en
    ? []
    : present.filter((one) => one !== 'en' && (questions[one] ?? '').trim() === standard[one])

const inOrder = (some: readonly Language[]) => languages.filter((one) => some.includes(one))
