import { z } from 'zod'
import { languages, type Language } from '#app/platform/languages.ts'
import { mindsContradictions } from '#app/surveys/case-rule.ts'
import { paceSchema, questionsSchema } from '#app/surveys/question.ts'
import { scaleOf } from '#app/statistics/scale.ts'
import { metrics, type Metric } from '#db/enums/statistics.ts'
import { askedKinds, integrities, programStates } from '#db/enums/surveys.ts'
import type { Audience, CaseRule } from '#db/schema/surveys.ts'

export type ProgramState = (typeof programStates)[number]

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\r\n]*$/)
const paragraph = (max: number) => z.string().trim().min(1).max(max)
const byClass = (max: number) => z.object({ low: paragraph(max), mid: paragraph(max), high: paragraph(max) })

export const wordingSchema = z.object({
  subject: line(150),
  question: paragraph(400),
  low: line(80),
  high: line(80),
  followUp: byClass(300),
  thanks: byClass(600),
  why: paragraph(600),
})

/** Words that are being typed: any of them may be missing. */
export const halfTypedSchema = wordingSchema
  .extend({ followUp: wordingSchema.shape.followUp.partial(), thanks: wordingSchema.shape.thanks.partial() })
  .partial()

/** A shape for each language: English and Japanese always, the others where there are any. */
export function byLanguage<S extends z.ZodType>(shape: S) {
  const optional = Object.fromEntries(languages.map((one) => [one, shape.optional()]))
  return z.object({ ...(optional as Record<Language, z.ZodOptional<S>>), en: shape, ja: shape })
}

const words = z.array(z.string().trim().min(1).max(200)).max(200).default([])

const audienceSchema = z.object({
  tiers: words,
  regions: words,
  industries: words,
  plans: words,
  stages: words,
  roles: words,
  languages: z.array(z.enum(languages)).default([]),
  ownerIds: words,
})

export type AudienceList = keyof Audience
export const audienceLists = [
  'tiers',
  'regions',
  'industries',
  'plans',
  'stages',
  'roles',
  'languages',
  'ownerIds',
] as const satisfies readonly AudienceList[]

/** An audience without its empty lists: what is stored and compared. */
export function trimAudience(audience: Audience): Audience {
  return Object.fromEntries(Object.entries(audience).filter(([, list]) => list?.length)) as Audience
}

const score = z.number().int().min(0).max(10)

/** A case rule as a person sets it: cases up to a score, and where each severity ends; what is left is low. */
const caseRuleSchema = z.object({
  enabled: z.boolean().default(false),
  contradictions: z.boolean().default(false),
  threshold: score,
  urgentUpTo: score.optional(),
  highUpTo: score.optional(),
  normalUpTo: score.optional(),
})
export type CaseRuleForm = z.output<typeof caseRuleSchema>

/** The stored rule of what a person set. */
export function caseRuleOf(form: CaseRuleForm): CaseRule {
  const steps: CaseRule['severity'] = []
  if (form.urgentUpTo !== undefined) steps.push({ upTo: form.urgentUpTo, severity: 'urgent' })
  if (form.highUpTo !== undefined) steps.push({ upTo: form.highUpTo, severity: 'high' })
  if (form.normalUpTo !== undefined) steps.push({ upTo: form.normalUpTo, severity: 'normal' })
  const covered = steps.some((step) => step.upTo >= form.threshold)
  return {
    enabled: form.enabled,
    contradictions: form.contradictions,
    threshold: form.threshold,
    severity: covered ? steps : [...steps, { upTo: form.threshold, severity: 'low' }],
  }
}

/** What a person would have set to get the stored rule. */
export function caseRuleForm(rule: CaseRule): CaseRuleForm {
  const end = (severity: string) => rule.severity.find((step) => step.severity === severity)?.upTo
  return {
    enabled: rule.enabled,
    contradictions: mindsContradictions(rule),
    threshold: rule.threshold,
    urgentUpTo: end('urgent'),
    highUpTo: end('high'),
    normalUpTo: end('normal'),
  }
}

/** Fields of a case rule that don't fit the metric's scale, or don't rise from urgent to low: field → code. */
export function caseRuleErrors(metric: Metric, form: CaseRuleForm): Record<string, string> {
  const { min, max } = scaleOf(metric)
  const errors: Record<string, string> = {}
  let last = -1
  for (const field of ['urgentUpTo', 'highUpTo', 'normalUpTo'] as const) {
    const value = form[field]
    if (value === undefined) continue
    if (value < min || value > max) errors[`caseRule.${field}`] = 'score_outside_scale'
    else if (value <= last) errors[`caseRule.${field}`] = 'severity_must_rise'
    last = Math.max(last, value)
  }
  if (form.threshold < min || form.threshold > max) errors['caseRule.threshold'] = 'score_outside_scale'
  return errors
}

/** Japan: cases from 4 and below to begin with, since the middle of the scale is chosen more often there. */
const markets = ['general', 'japan'] as const

export const createProgramSchema = z.object({
  name: line(120),
  metric: z.enum(metrics),
  kind: z.enum(askedKinds),
  market: z.enum(markets).default('general'),
  brandId: z.string().max(60).optional(),
})
export type CreateProgram = z.input<typeof createProgramSchema>

export const editProgramSchema = z.object({
  id: z.string().max(60),
  /** The version that the person had before their eyes: somebody else's edit in between is not overwritten. */
  seenVersionId: z.string().max(60).optional(),
  name: line(120),
  brandId: z.string().max(60),
  minIntervalDays: z.number().int().min(0).max(3650),
  changeDays: z.number().int().min(0).max(365),
  inScore: z.boolean().default(false),
  outsideRules: z.boolean().default(false),
  /** Stays as it is where it is left out. */
  integrity: z.enum(integrities).optional(),
  audience: audienceSchema.prefault({}),
  caseRule: caseRuleSchema,
  /** Languages that aren't given keep the words they have. */
  wording: byLanguage(wordingSchema),
  /** Languages in which the program is asked no more, unless words are given for them. */
  takenOut: z.array(z.enum(languages).exclude(['en', 'ja'])).default([]),
  /** Whether further questions are given at all: without, they stay as they are. */
  withQuestions: z.boolean().default(false),
  questions: questionsSchema,
  pace: paceSchema,
})
export type EditProgram = z.input<typeof editProgramSchema>

export const changeProgramStateSchema = z.object({ id: z.string().max(60), to: z.enum(programStates) })

/** Where a program may go from each state. An archived one comes back paused, never straight to sending. */
export const programMoves: Record<ProgramState, readonly ProgramState[]> = {
  draft: ['live', 'archived'],
  live: ['paused', 'archived'],
  paused: ['live', 'archived'],
  archived: ['paused'],
}
