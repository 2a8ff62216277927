import { json, type AppLoadContext } from '@remix-run/node'
import type { SubmissionResult } from '@conform-to/react'
import { Invalid, Refusal } from '#app/platform/errors.ts'
import { platformErrors } from '#app/platform/http/words.ts'
import { translate } from '#app/platform/words.ts'
import { topicErrors } from '#app/responses/topic-words.ts'

interface Form {
  reply(options?: { formErrors?: string[]; fieldErrors?: Record<string, string[]> }): SubmissionResult
}

/** Runs the verb of the topic form; a refusal that typing can mend comes back beside what was typed. */
export async function orTopicRefused(form: Form, context: AppLoadContext, run: () => Promise<Response>) {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Refusal) || ![409, 422].includes(error.status)) throw error
    const say = (code: string) => translate(context.locale, topicErrors[code] ?? platformErrors.bad_request)
    const fields = error instanceof Invalid ? Object.entries(error.fields) : []
    const reply = fields.length
      ? { fieldErrors: Object.fromEntries(fields.map(([field, code]) => [field, [say(code)]])) }
      : { formErrors: [say(error.code)] }
    return json({ result: form.reply(reply), preview: null }, error.status)
  }
}
