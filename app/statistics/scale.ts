import type { Class, Metric } from '#db/enums/statistics.ts'

export interface Scale {
  readonly min: number
  readonly max: number
  /** The lowest score of the middle class; below it is low. */
  readonly midFrom: number
  /** The lowest score of the high class. */
  readonly highFrom: number
}

/*
 * NPS: detractors 0–6, passives 7–8, promoters 9–10 (Reichheld 2003, "The One Number You Need to Grow").
 * CSAT: satisfied 4–5, neutral 3, dissatisfied 1–2 (top-two-box on five points).
 * CES 2.0: easy 5–7, neutral 4, hard 1–3 (CEB 2013, "made it easy", seven points of agreement).
 */
const scales: Record<Metric, Scale> = {
  nps: { min: 0, max: 10, midFrom: 7, highFrom: 9 },
  csat: { min: 1, max: 5, midFrom: 3, highFrom: 4 },
  ces: { min: 1, max: 7, midFrom: 4, highFrom: 5 },
}

/** The range and class limits of a metric. Defined here and nowhere else. */
export const scaleOf = (metric: Metric): Scale => scales[metric]

/** Whether a number is a score of this metric: whole and within the range. */
export function isScore(metric: Metric, score: number): boolean {
  const { min, max } = scales[metric]
  return Number.isInteger(score) && score >= min && score <= max
}

/** Every score of a metric, from the lowest to the highest. */
export function scoresOf(metric: Metric): number[] {
  const { min, max } = scales[metric]
  return Array.from({ length: max - min + 1 }, (_, i) => min + i)
}

/**
 * The class of a score: low, mid, high (for NPS detractor, passive, promoter).
 * @throws RangeError when the number is no score of this metric
 */
export function classOf(metric: Metric, score: number): Class {
  if (!isScore(metric, score)) throw new RangeError(`${score} is no ${metric} score`)
  const { midFrom, highFrom } = scales[metric]
  return score >= highFrom ? 'high' : score >= midFrom ? 'mid' : 'low'
}
