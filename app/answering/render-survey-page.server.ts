import { compile, type Fill } from '#app/answering/html.ts'
import type { ScriptStart } from '#app/answering/page-script.ts'
import type { Survey } from '#app/answering/page.ts'
import { surveyPage, type Asking, type SurveySlots, type SurveyState } from '#app/answering/survey-page.ts'
import type { Language } from '#app/platform/languages.ts'

/* Pages compiled so far. They go with their survey, which is renewed when its version, brand or organisation changes. */
const surveys = new WeakMap<Survey, Map<string, Fill<SurveySlots>>>()

export interface SurveyView {
  locale: Language
  cspNonce: string
  /** The score that is chosen when the page opens. */
  score?: number | null
  asking?: Asking
  /** Whether the score came with the link, and what the page's script goes by. */
  script?: ScriptStart | null
  /** A sentence above the question. */
  say?: string | null
  /** Whom the page greets. */
  name?: string | null
  /** What was typed in THIS visit, never an earlier comment. */
  comment?: string | null
  /** Single-use nonce of the page; none in a preview. */
  nonce?: string
  /** Where the form goes. */
  action?: string
  unsubscribe?: string
  /** Opened by a link for everybody. */
  door: boolean
}

/**
 * The survey page as the customer sees it, compiled once per survey, language and state.
 *
 * @example a preview that sends nothing
 * renderSurveyPage(survey, { locale: 'ja', cspNonce: context.nonce, asking: 'preview', score: 9, door: false })
 */
export function renderSurveyPage(survey: Survey, view: SurveyView): string {
  const { locale, score = null, asking = 'answer', say = null, name = null, script = null, door } = view
  const state = { locale, score, asking, says: say !== null, greets: name !== null, script, door }
  return compiled(
    survey,
    state,
  )({
    cspNonce: view.cspNonce,
    nonce: view.nonce ?? '',
    action: view.action ?? '',
    unsubscribe: view.unsubscribe ?? '',
    name: name ?? '',
    comment: view.comment ?? '',
    say: say ?? '',
  })
}

/** The page of one state, compiled when it is first shown. */
function compiled(survey: Survey, state: SurveyState): Fill<SurveySlots> {
  let pages = surveys.get(survey)
  if (!pages) surveys.set(survey, (pages = new Map()))
  const key = Object.values(state).join()
  let fill = pages.get(key)
  if (!fill) pages.set(key, (fill = compile<SurveySlots>(surveyPage(survey, state))))
  return fill
}
