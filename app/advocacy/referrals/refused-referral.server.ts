import type { SubmissionResult } from '@conform-to/react'
import { json, type AppLoadContext } from '@remix-run/node'
import { accountsErrors } from '#app/accounts/words.ts'
import { referralErrors } from '#app/advocacy/referrals/words.ts'
import { Invalid } from '#app/platform/errors.ts'
import { platformErrors } from '#app/platform/http/words.ts'
import { translate, type Word } from '#app/platform/words.ts'

interface Form {
  reply(options?: { fieldErrors?: Record<string, string[]> }): SubmissionResult
}

const words: Record<string, Word> = { ...platformErrors, ...accountsErrors, ...referralErrors }

/** Runs the verb of a form; what it finds wrong with a field comes back beside what was typed. */
export async function orReferralRefused<T>(form: Form, context: AppLoadContext, run: () => Promise<T>) {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const say = (code: string) => translate(context.locale, words[code] ?? platformErrors.unexpected, { requestId: '' })
    const fieldErrors = Object.fromEntries(Object.entries(error.fields).map(([field, code]) => [field, [say(code)]]))
    return json({ result: form.reply({ fieldErrors }) }, 422)
  }
}
