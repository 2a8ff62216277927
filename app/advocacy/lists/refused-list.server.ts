import { json } from '@remix-run/node'
import { Invalid, Refusal } from '#app/platform/errors.ts'
import { translate, type Locale } from '#app/platform/words.ts'
import { accountsErrors } from '#app/accounts/words.ts'
import { listErrors } from '#app/advocacy/lists/words.ts'
import { platformErrors } from '#app/platform/http/words.ts'

const words = { ...platformErrors, ...accountsErrors, ...listErrors }

/** Reads a list; what is wrong with it as a whole is said beside the place where it is chosen. */
export async function refusedList<T>(locale: Locale, run: () => Promise<T>) {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Invalid || (error instanceof Refusal && error.status === 413))) throw error
    const word = words[error.code as keyof typeof words]
    if (!word) throw error
    return json({ step: 'unread' as const, error: translate(locale, word, error.values) }, error.status)
  }
}
