import { json, type AppLoadContext } from '@remix-run/node'
import type { SubmissionResult } from '@conform-to/react'
import { monthlyErrors } from '#app/insights/monthly/monthly-settings-words.ts'
import { Invalid, Refusal } from '#app/platform/errors.ts'
import { platformErrors } from '#app/platform/http/words.ts'
import { translate } from '#app/platform/words.ts'

interface Form {
  reply(options?: { formErrors?: string[]; fieldErrors?: Record<string, string[]> }): SubmissionResult
}

/** Runs the verb of a form of the monthly page; what it refuses comes back beside what was typed. */
export async function orMonthlyRefused<T>(form: Form, context: AppLoadContext, about: string, run: () => Promise<T>) {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Refusal) || ![409, 422].includes(error.status)) throw error
    const say = (code: string) =>
      translate(context.locale, monthlyErrors[code] ?? platformErrors.unexpected, {
        requestId: context.requestId,
        ...error.values,
      })
    const fields = error instanceof Invalid ? Object.entries(error.fields) : []
    const reply = fields.length
      ? { fieldErrors: Object.fromEntries(fields.map(([field, code]) => [field, [say(code)]])) }
      : { formErrors: [say(error.code)] }
    return json({ about, result: form.reply(reply) }, error.status)
  }
}
