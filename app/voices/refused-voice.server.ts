import type { SubmissionResult } from '@conform-to/react'
import { json, type AppLoadContext } from '@remix-run/node'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { platformErrors } from '#app/platform/http/words.ts'
import { translate, type Word } from '#app/platform/words.ts'
import { voiceErrors } from '#app/voices/words.ts'

interface Form {
  reply(options?: { formErrors?: string[]; fieldErrors?: Record<string, string[]> }): SubmissionResult
}

const words: Record<string, Word> = { ...platformErrors, ...voiceErrors }

/** Runs the verb of the form; what it refuses comes back beside what was typed. */
export async function orVoiceRefused<T>(form: Form, context: AppLoadContext, run: () => Promise<T>) {
  try {
    return await run()
  } catch (error) {
    const say = (code: string) => translate(context.locale, words[code] ?? platformErrors.unexpected, { requestId: '' })
    if (error instanceof Conflict) return json({ result: form.reply({ formErrors: [say(error.code)] }) }, 409)
    if (!(error instanceof Invalid)) throw error
    const fieldErrors = Object.fromEntries(Object.entries(error.fields).map(([field, code]) => [field, [say(code)]]))
    return json({ result: form.reply({ fieldErrors }) }, 422)
  }
}
