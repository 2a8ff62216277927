import { describe, expect, it } from 'vitest'
import { scoresOf } from '#app/statistics/scale.ts'
import { opensCase, standardCaseRule } from '#app/surveys/case-rule.ts'
import { caseRuleErrors, caseRuleForm, caseRuleOf, wordingSchema } from '#app/surveys/program.ts'
import { typedOf } from '#app/surveys/typed.ts'
import { fillText, fillWording, standardWording } from '#app/surveys/wordings.ts'
import { metrics } from '#db/enums/statistics.ts'
import { programKinds } from '#db/enums/surveys.ts'

const outcome = (rule: Parameters<typeof opensCase>[0], metric: 'nps' | 'csat' | 'ces') =>
  scoresOf(metric)
    .map((score) => opensCase(rule, score) ?? '–')
    .join(' ')

describe('which score opens a case', () => {
  it('starts with every unhappy answer, the unhappiest first', () => {
    expect(outcome(standardCaseRule('nps'), 'nps')).toBe('urgent urgent high high normal normal normal – – – –')
    expect(outcome(standardCaseRule('nps', 'japan'), 'nps')).toBe('urgent urgent high high normal – – – – – –')
    expect(outcome(standardCaseRule('csat'), 'csat')).toBe('high normal – – –')
    expect(outcome(standardCaseRule('ces'), 'ces')).toBe('urgent high normal – – – –')
  })

  it('opens none when it is off, and none above the threshold whatever a step says', () => {
    expect(opensCase({ enabled: false, threshold: 6, severity: [] }, 0)).toBeNull()
    expect(opensCase({ enabled: true, threshold: 4, severity: [{ upTo: 10, severity: 'urgent' }] }, 5)).toBeNull()
  })

  it('takes the first step that fits, in whatever order the steps stand', () => {
    const rule = {
      enabled: true,
      threshold: 6,
      severity: [
        { upTo: 6, severity: 'normal' as const },
        { upTo: 2, severity: 'urgent' as const },
      ],
    }
    expect([0, 2, 3, 6].map((score) => opensCase(rule, score))).toEqual(['urgent', 'urgent', 'normal', 'normal'])
  })

  it('is stored as it was set: what is left is low', () => {
    const form = { enabled: true, threshold: 6, urgentUpTo: 1, highUpTo: 3 }
    expect(outcome(caseRuleOf(form), 'nps')).toBe('urgent urgent high high low low low – – – –')
    expect(caseRuleForm(caseRuleOf(form))).toEqual({ ...form, normalUpTo: undefined })
    expect(caseRuleForm(standardCaseRule('nps'))).toEqual({
      enabled: true,
      threshold: 6,
      urgentUpTo: 1,
      highUpTo: 3,
      normalUpTo: 6,
    })
  })

  it('must fit the scale and rise', () => {
    expect(caseRuleErrors('csat', { enabled: true, threshold: 6 })).toEqual({
      'caseRule.threshold': 'score_outside_scale',
    })
    expect(caseRuleErrors('nps', { enabled: true, threshold: 6, urgentUpTo: 3, highUpTo: 3 })).toEqual({
      'caseRule.highUpTo': 'severity_must_rise',
    })
    expect(caseRuleErrors('nps', { enabled: true, threshold: 6, urgentUpTo: 1, normalUpTo: 6 })).toEqual({})
  })
})

describe('the standard wording', () => {
  it.each(metrics.flatMap((metric) => programKinds.map((kind) => [metric, kind] as const)))(
    'is whole and valid in both languages: %s, %s',
    (metric, kind) => {
      const { en, ja } = standardWording(metric, kind)
      for (const wording of [en, ja]) expect(() => wordingSchema.parse(wording)).not.toThrow()
      expect(JSON.stringify(en)).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/)
      for (const text of [
        ja.subject,
        ja.question,
        ja.low,
        ja.high,
        ja.why,
        ...Object.values(ja.followUp),
        ...Object.values(ja.thanks),
      ])
        expect(text).toMatch(/[\u3040-\u30ff]/)
      expect(JSON.stringify(fillWording(ja, { company: 'Sora' }))).not.toContain('{company}')
    },
  )

  it('fills a name as it is, even one that looks like a pattern', () => {
    expect(fillText('{company} and {company}, not {other}', { company: '$& Co' })).toBe('$& Co and $& Co, not {other}')
  })
})

describe('a form that was refused', () => {
  it('shows what was typed, not what is stored', () => {
    const stored = { name: 'Old', audience: { tiers: ['gold'] }, inScore: true }
    expect(typedOf(null, stored).text('name')).toBe('Old')
    const typed = typedOf(
      { initialValue: { name: 'New', audience: { tiers: 'silver' } }, error: { name: ['Too long'] } },
      stored,
    )
    expect([typed.text('name'), typed.list('audience.tiers'), typed.checked('inScore'), typed.error('name')]).toEqual([
      'New',
      ['silver'],
      false,
      'Too long',
    ])
  })
})
