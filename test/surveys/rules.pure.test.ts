import { describe, expect, it } from 'vitest'
import { scoresOf } from '#app/statistics/scale.ts'
import { contradicted, mindsContradictions, opensCase, standardCaseRule } from '#app/surveys/case-rule.ts'
import { caseRuleErrors, caseRuleForm, caseRuleOf, wordingSchema } from '#app/surveys/program.ts'
import { typedOf } from '#app/surveys/typed.ts'
import { languages, type Language } from '#app/platform/languages.ts'
import type { Wording } from '#db/schema/surveys.ts'
import { fillText, fillWording, standardWording } from '#app/surveys/wordings.ts'
import { metrics } from '#db/enums/statistics.ts'
import { askedKinds } from '#db/enums/surveys.ts'

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
    const form = { enabled: true, contradictions: false, threshold: 6, urgentUpTo: 1, highUpTo: 3 }
    expect(outcome(caseRuleOf(form), 'nps')).toBe('urgent urgent high high low low low – – – –')
    expect(caseRuleForm(caseRuleOf(form))).toEqual({ ...form, normalUpTo: undefined })
    expect(caseRuleForm(standardCaseRule('nps'))).toEqual({
      enabled: true,
      contradictions: true,
      threshold: 6,
      urgentUpTo: 1,
      highUpTo: 3,
      normalUpTo: 6,
    })
  })

  it('minds contradictions by a switch of its own; one from before there was such a switch does as for scores', () => {
    const [on, off] = [standardCaseRule('nps'), { ...standardCaseRule('nps'), contradictions: false }]
    const { contradictions: _, ...older } = on
    expect([on, off, older, { ...older, enabled: false }].map(mindsContradictions)).toEqual([true, false, true, false])
    expect(caseRuleForm(older)).toEqual(caseRuleForm(on))
    expect((['nps', 'csat', 'ces'] as const).map(contradicted)).toEqual([
      { from: 7, to: 10 },
      { from: 3, to: 5 },
      { from: 4, to: 7 },
    ])
  })

  it('must fit the scale and rise', () => {
    const set = { enabled: true, contradictions: true }
    expect(caseRuleErrors('csat', { ...set, threshold: 6 })).toEqual({
      'caseRule.threshold': 'score_outside_scale',
    })
    expect(caseRuleErrors('nps', { ...set, threshold: 6, urgentUpTo: 3, highUpTo: 3 })).toEqual({
      'caseRule.highUpTo': 'severity_must_rise',
    })
    expect(caseRuleErrors('nps', { ...set, threshold: 6, urgentUpTo: 1, normalUpTo: 6 })).toEqual({})
  })
})

/** Letters without which a text is not in its language; where there are none, it has no others than Latin ones. */
const letters: Partial<Record<Language, RegExp>> = {
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ko: /\p{Script=Hangul}/u,
  'zh-Hans': /^(?=.*\p{Script=Han})[^\p{Script=Hiragana}\p{Script=Katakana}]+$/u,
  'zh-Hant': /^(?=.*\p{Script=Han})[^\p{Script=Hiragana}\p{Script=Katakana}]+$/u,
  th: /\p{Script=Thai}/u,
  ar: /\p{Script=Arabic}/u,
  he: /\p{Script=Hebrew}/u,
}
const textsOf = ({ followUp, thanks, ...rest }: Wording) => [
  ...Object.values(rest),
  ...Object.values(followUp),
  ...Object.values(thanks),
]
describe('the standard wording', () => {
  it.each(metrics.flatMap((metric) => askedKinds.map((kind) => [metric, kind] as const)))(
    'is whole, valid and in its own letters in every language: %s, %s',
    (metric, kind) => {
      const standard = standardWording(metric, kind)
      const english = textsOf(standard.en)
      for (const one of languages) {
        expect(() => wordingSchema.parse(standard[one]), one).not.toThrow()
        const texts = textsOf(standard[one])
        for (const [i, text] of texts.entries()) {
          expect(text, one).toMatch(letters[one] ?? /^[\p{Script=Latin}\P{L}]+$/u)
          if (one !== 'en') expect(text, one).not.toBe(english[i])
        }
        expect(JSON.stringify(fillWording(standard[one], { company: 'Sora' }))).not.toContain('{company}')
      }
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
