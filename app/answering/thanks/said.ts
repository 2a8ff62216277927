import { answeringWords as words } from '#app/answering/words.ts'
import type { Language } from '#app/platform/languages.ts'
import { translate } from '#app/platform/words.ts'
import type { ReplyTime, ReplyWish } from '#db/enums/cases.ts'

/** How the page after an answer is shown again: after something was noted, or could not be. */
export interface Shown {
  /** The step that was just noted, by the address that a post leads to. */
  said?: string | null
  /** What could not be taken, at its own form. */
  problem?: { step: string; text: string; wrong: boolean }
  /** What was typed in this very visit. */
  typed?: { wish?: ReplyWish | null; when?: ReplyTime | null; phone?: string; improve?: string }
}

const wished = { call: words.wishedCall, mail: words.wishedMail, none: words.wishedNone }

/** What is said once a step was noted, from what stands now: an address that somebody made up says nothing. */
export function saidOf(
  step: string,
  now: { wish: ReplyWish | null; keptName: string | null } | null,
  language: Language,
): string | null {
  if (step === 'questions' || step === 'improve') return translate(language, words.noted)
  if (step === 'agree') return translate(language, words.agreeDone)
  if (step === 'wish') return translate(language, now?.wish ? wished[now.wish] : words.wishedNone)
  if (step !== 'keep') return null
  return now?.keptName
    ? translate(language, words.keptDone, { name: now.keptName })
    : translate(language, words.sharedDone)
}
