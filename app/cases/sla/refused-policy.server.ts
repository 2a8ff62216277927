import type { SubmissionResult } from '@conform-to/react'
import { json, type AppLoadContext } from '@remix-run/node'
import { slaErrors } from '#app/cases/sla/words.ts'
import { Invalid, Refusal } from '#app/platform/errors.ts'
import { platformErrors } from '#app/platform/http/words.ts'
import { translate } from '#app/platform/words.ts'

interface Form {
  reply(options?: { formErrors?: string[]; fieldErrors?: Record<string, string[]> }): SubmissionResult
}

/** Runs the verb of the table of times; a refusal that typing can mend comes back beside what was typed. */
export async function orPolicyRefused<T>(
  form: Form,
  context: AppLoadContext,
  draft: object,
  run: () => Promise<T>,
): Promise<T | Response> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Refusal) || ![409, 422].includes(error.status)) throw error
    const say = (code: string) => translate(context.locale, slaErrors[code] ?? platformErrors.bad_request)
    const fields = error instanceof Invalid ? Object.entries(error.fields) : []
    const result = fields.length
      ? form.reply({ fieldErrors: Object.fromEntries(fields.map(([field, code]) => [field, [say(code)]])) })
      : form.reply({ formErrors: [say(error.code)] })
    return json({ draft, error: result.error ?? {}, preview: null }, error.status)
  }
}
