import { failureWords } from '#app/notifications/settings-words.ts'
import type { Translate } from '#app/platform/words.ts'

/** Why a call of a webhook came to nothing, in words. */
export function failureText(t: Translate, failure: string): string {
  const status = /^http_(\d+)$/.exec(failure)?.[1]
  if (status) return t(failureWords.http, { status })
  return t(failure in failureWords ? failureWords[failure as keyof typeof failureWords] : failureWords.no_connection)
}
