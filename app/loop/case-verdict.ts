import { soundsStronglyUnhappy } from '#app/responses/strongly-unhappy.ts'
import { mindsContradictions, opensCase } from '#app/surveys/case-rule.ts'
import type { Class } from '#db/enums/statistics.ts'
import type { Severity } from '#db/enums/surveys.ts'
import type { CaseRule } from '#db/schema/surveys.ts'

/** What the rule of its program makes of an answer. */
export type CaseVerdict =
  /** `contradiction`: the score is none that opens a case, the words are. */
  | { kind: 'opens'; why: 'score' | 'contradiction'; severity: Severity }
  /** Unhappy, and left to itself by this rule. */
  | { kind: 'left_out'; rule: 'disabled' | 'threshold' | 'contradictions_off' }
  | { kind: 'happy' }

/** Whether the words contradict the score, whatever the rule makes of it. */
export const isContradiction = (verdict: CaseVerdict | null): boolean =>
  verdict?.kind === 'opens'
    ? verdict.why === 'contradiction'
    : verdict?.kind === 'left_out' && verdict.rule === 'contradictions_off'

/**
 * Whether an answer opens or joins a case. A comment can contradict only a score that is not unhappy itself (middle and
 * high class: NPS 7–10, CSAT 3–5, CES 4–7); of a low one the score speaks, and the switch for scores decides. A
 * contradiction is of normal severity: somebody must reply in the time promised, but words that were read by a list get
 * no head start before people who said by their score how they feel.
 */
export function judgeForCase(
  rule: CaseRule,
  said: { score: number; class: Class; comment: string | null },
): CaseVerdict {
  const severity = opensCase(rule, said.score)
  if (severity !== null) return { kind: 'opens', why: 'score', severity }
  if (said.class === 'low') return { kind: 'left_out', rule: rule.enabled ? 'threshold' : 'disabled' }
  if (said.comment === null || !soundsStronglyUnhappy(said.comment)) return { kind: 'happy' }
  return mindsContradictions(rule)
    ? { kind: 'opens', why: 'contradiction', severity: 'normal' }
    : { kind: 'left_out', rule: 'contradictions_off' }
}
