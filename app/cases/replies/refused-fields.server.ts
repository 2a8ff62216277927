import { Invalid, NotFound, type Refusal } from '#app/platform/errors.ts'
import { translate, type Locale, type Word } from '#app/platform/words.ts'

export interface RefusedFields {
  errors: Record<string, string>
  /** What is wrong with all of it, when no field is to blame. */
  refused: string | null
}

/** A refusal in words for the form that was sent: beside its fields, else above them. @throws what is none of the form's business */
export function refusedFields(error: Refusal, locale: Locale, words: Record<string, Word>): RefusedFields {
  if (error instanceof NotFound || ![409, 422].includes(error.status)) throw error
  const say = (code: string) => translate(locale, words[code] ?? words.bad_request!, error.values)
  const fields = error instanceof Invalid ? Object.entries(error.fields) : []
  return {
    errors: Object.fromEntries(fields.map(([field, code]) => [field, say(code)])),
    refused: fields.length ? null : say(error.code),
  }
}
