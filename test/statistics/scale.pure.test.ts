import { describe, expect, test } from 'vitest'
import { classOf, isScore, scaleOf, scoresOf } from '#app/statistics/scale.ts'
import { metrics, type Metric } from '#db/enums/statistics.ts'

const expected: Record<Metric, string> = {
  nps: '0:low 1:low 2:low 3:low 4:low 5:low 6:low 7:mid 8:mid 9:high 10:high',
  csat: '1:low 2:low 3:mid 4:high 5:high',
  ces: '1:low 2:low 3:low 4:mid 5:high 6:high 7:high',
}

describe.each(metrics)('the scale of %s', (metric) => {
  test('gives every score its class', () => {
    expect(
      scoresOf(metric)
        .map((score) => `${score}:${classOf(metric, score)}`)
        .join(' '),
    ).toBe(expected[metric])
  })

  test('refuses what lies outside it, fractions and what is no number', () => {
    const { min, max } = scaleOf(metric)
    for (const wrong of [min - 1, max + 1, min + 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(isScore(metric, wrong)).toBe(false)
      expect(() => classOf(metric, wrong)).toThrow(RangeError)
    }
  })
})
