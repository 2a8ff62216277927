import { isLanguage, languages, type Language } from '#app/platform/languages.ts'
import { classes, type Class } from '#db/enums/statistics.ts'

/** What a preview shows: the mail, the answer page (before a score, or after one of a class), or the page after an answer. */
export interface PreviewView {
  kind: 'mail' | 'page'
  language: Language
  at?: Class
  thanks?: boolean
  /** The questions after the score. */
  asks?: boolean
}

export function previewPath(programId: string, { kind, language, at, thanks, asks }: PreviewView): string {
  const query = new URLSearchParams({ language })
  if (at && kind === 'page') query.set('at', at)
  if (at && thanks && kind === 'page') query.set('thanks', '1')
  if (at && asks && kind === 'page') query.set('asks', '1')
  return `/programs/${programId}/preview/${kind}?${query.toString()}`
}

/** Where the words of a field are seen; fields that are seen everywhere leave the view as it is. */
export function viewOfField(name: string, now: PreviewView): PreviewView {
  if (/^(questions|pace)\b/.test(name))
    return { kind: 'page', language: languageOf(name) ?? now.language, at: now.at ?? 'high', asks: true }
  const [group, language, part, of] = name.split('.')
  if (group !== 'wording' || !isLanguage(language)) return now
  if (part === 'subject') return { kind: 'mail', language }
  const at = classes.find((one) => one === of)
  if (part === 'followUp' && at) return { kind: 'page', language, at }
  if (part === 'thanks' && at) return { kind: 'page', language, at, thanks: true }
  return { kind: now.kind, language }
}

/** A field of words ends with their language. */
const languageOf = (name: string): Language | undefined => languages.find((one) => name.endsWith(`words.${one}`))
