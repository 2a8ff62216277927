import { json, type AppLoadContext } from '@remix-run/node'
import type { SubmissionResult } from '@conform-to/react'
import { accessErrors } from '#app/access/words.ts'
import { Invalid, Refusal } from '#app/platform/errors.ts'
import { platformErrors } from '#app/platform/http/words.ts'
import { translate, type Word } from '#app/platform/words.ts'

interface Form {
  reply(options?: {
    formErrors?: string[]
    fieldErrors?: Record<string, string[]>
    hideFields?: string[]
  }): SubmissionResult
}

/** Fields whose value never goes back to the page. */
const secrets = ['password', 'current']
const shown = new Set([409, 410, 422, 429])

/** What the page gets when a form can't be read: what was typed, without passwords, and what is wrong with it. */
export const badForm = (form: Form, extra: object = {}) =>
  json({ ...extra, result: form.reply({ hideFields: secrets }) }, 400)

/**
 * Runs the verb of a form. A refusal comes back beside what was typed: at its field, or above the form.
 * What the form could not mend (not allowed, not there) is thrown on. `own`: words of the room whose verb it is.
 */
export async function orRefused<T>(
  form: Form,
  context: AppLoadContext,
  run: () => Promise<T>,
  extra: object = {},
  own: Record<string, Word> = {},
): Promise<T | Response> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Refusal) || !shown.has(error.status)) throw error
    const say = (code: string) =>
      translate(context.locale, own[code] ?? words[code] ?? platformErrors.unexpected, {
        requestId: context.requestId,
        ...error.values,
      })
    const fields = error instanceof Invalid ? Object.entries(error.fields) : []
    const reply = fields.length
      ? { fieldErrors: Object.fromEntries(fields.map(([field, code]) => [field, [say(code)]])) }
      : { formErrors: [say(error.code)] }
    const headers = error.status === 429 ? { 'retry-after': String(error.values.seconds) } : undefined
    return json({ ...extra, result: form.reply({ ...reply, hideFields: secrets }) }, { status: error.status, headers })
  }
}

const words: Record<string, Word> = { ...platformErrors, ...accessErrors }
