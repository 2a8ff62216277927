import { parseWithZod } from '@conform-to/zod/v4'
import { z } from 'zod'
import { Refusal } from '#app/platform/errors.ts'
import type { Locale } from '#app/platform/words.ts'

const messages = { en: z.locales.en().localeError, ja: z.locales.ja().localeError }

/**
 * Reads a posted form by a schema, with messages in the reader's language. `status` is `success` with `value`, or
 * `reply()` gives the page what was typed and what was wrong with it.
 * @throws Refusal 400 when the body isn't a form
 */
export async function readForm<Schema extends z.ZodType>(request: Request, schema: Schema, locale: Locale) {
  return parseForm(await formOf(request), schema, locale)
}

export function parseForm<Schema extends z.ZodType>(form: FormData | URLSearchParams, schema: Schema, locale: Locale) {
  return parseWithZod(form, { schema, error: messages[locale] })
}

/** @throws Refusal 400 when the body isn't a form */
export async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(400, 'bad_request')
  }
}
