import { scaleOf } from '#app/statistics/scale.ts'
import type { Metric } from '#db/enums/statistics.ts'
import type { Severity } from '#db/enums/surveys.ts'
import type { CaseRule } from '#db/schema/surveys.ts'

/** The severity of the case that a score opens under a program's rule, or null when it opens none. */
export function opensCase(rule: CaseRule, score: number): Severity | null {
  if (!rule.enabled || score > rule.threshold) return null
  const steps = [...rule.severity].sort((a, b) => a.upTo - b.upTo)
  return steps.find((step) => score <= step.upTo)?.severity ?? 'normal'
}

/**
 * Whether a comment that contradicts a good score opens a case. A rule that was made before there was such a switch says
 * so with the one for scores: who wanted cases doesn't want to miss these, who wanted none gets none.
 */
export const mindsContradictions = (rule: CaseRule): boolean => rule.contradictions ?? rule.enabled

/** The scores that a comment can contradict: those of the middle and the high class. */
export function contradicted(metric: Metric): { from: number; to: number } {
  const { midFrom, max } = scaleOf(metric)
  return { from: midFrom, to: max }
}

/**
 * The rule a new program starts with: every unhappy answer opens a case, the unhappiest are urgent,
 * and a comment against a good score opens one too: a look in vain costs minutes, a 9 above "we cancel" costs a customer.
 * People in Japan choose the middle of a scale more often, so an NPS asked there starts at 4 and below.
 */
export function standardCaseRule(metric: Metric, market: 'general' | 'japan' = 'general'): CaseRule {
  if (metric === 'csat') return rule(2, { upTo: 1, severity: 'high' })
  if (metric === 'ces') return rule(3, { upTo: 1, severity: 'urgent' }, { upTo: 2, severity: 'high' })
  return rule(market === 'japan' ? 4 : 6, { upTo: 1, severity: 'urgent' }, { upTo: 3, severity: 'high' })
}

const rule = (threshold: number, ...steps: CaseRule['severity']): CaseRule => ({
  enabled: true,
  contradictions: true,
  threshold,
  severity: [...steps, { upTo: threshold, severity: 'normal' }],
})
