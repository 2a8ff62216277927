import type { SubmissionResult } from '@conform-to/react'
import { json, type AppLoadContext } from '@remix-run/node'
import { accountsErrors } from '#app/accounts/words.ts'
import { Invalid } from '#app/platform/errors.ts'
import { translate, type Word } from '#app/platform/words.ts'

interface Form {
  reply(options?: { fieldErrors?: Record<string, string[]> }): SubmissionResult
}

const words: Record<string, Word> = accountsErrors

/** What the page gets when a form can't be read: what was typed, and what is wrong with it in the reader's language. */
export function badForm(form: Form, context: AppLoadContext) {
  const result = form.reply()
  const say = (text: string) => (words[text] ? translate(context.locale, words[text]) : text)
  const error =
    result.error &&
    Object.fromEntries(Object.entries(result.error).map(([field, texts]) => [field, texts?.map(say) ?? null]))
  return json({ result: { ...result, ...(error && { error }) } as SubmissionResult }, 400)
}

/** Runs the verb of a form; what it finds wrong with a field comes back beside what was typed. */
export async function orRefused<T>(form: Form, context: AppLoadContext, run: () => Promise<T>): Promise<T | Response> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Invalid) || !Object.keys(error.fields).length) throw error
    const fieldErrors = Object.fromEntries(
      Object.entries(error.fields).map(([field, code]) => [
        field,
        [translate(context.locale, words[code] ?? accountsErrors.email_invalid, error.values)],
      ]),
    )
    return json({ result: form.reply({ fieldErrors }) }, 422)
  }
}
