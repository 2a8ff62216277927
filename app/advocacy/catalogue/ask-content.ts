import { z } from 'zod'
import { cleanText } from '#app/platform/text.ts'
import { healths } from '#db/enums/accounts.ts'
import { askKinds, type AskContent } from '#db/enums/advocacy.ts'
import { languages } from '#db/enums/platform.ts'

/** What the words of an ask leave open: whom we ask, our own name as customers know it (the brand), and who asks. */
export const askVariables = ['name', 'company', 'sender'] as const
type AskVariable = (typeof askVariables)[number]

/** In characters. */
export const longest = { subject: 200, body: 5_000, consent: 1_000, reward: 200 }
/** Five years. */
export const mostDays = 1_825
export const mostAsks = 10_000

/** A browser sends each line break as two characters, which the length on the page counts as one. */
const text = (max: number) =>
  z
    .string()
    .max(2 * max)
    .transform((typed) => cleanText(typed) ?? '')
    .pipe(z.string().max(max))
const oneLine = (max: number) => text(max).transform((typed) => typed.replace(/\s+/g, ' '))
const given = z.string().min(1)

const wording = z.object({
  subject: oneLine(longest.subject).pipe(given),
  body: text(longest.body).pipe(given),
  consent: text(longest.consent).pipe(given),
})
/** Ten years. */
export const mostMonths = 120
const months = z.number().int().min(0).max(mostMonths)
const days = z.number().int().min(0).max(mostDays)
const asks = z.number().int().min(1).max(mostAsks)
const rules = z.object({
  promoterDays: days,
  consent: z.boolean(),
  companyConsent: z.boolean(),
  quietDays: days,
  coolDownDays: days,
  healths: inTheirOrder(healths),
  renewalDays: days,
  languages: inTheirOrder(languages),
  mostOpen: asks.nullable(),
})

/** In which order a choice comes says nothing, so two that are the same are stored alike. */
function inTheirOrder<T extends string>(known: readonly [T, ...T[]]) {
  return z
    .array(z.enum(known))
    .max(known.length)
    .transform((chosen) => known.filter((one) => chosen.includes(one)))
}

export const askContentSchema: z.ZodType<AskContent, unknown> = z.object({
  on: z.boolean(),
  wording: z.object({ en: wording, ja: wording }),
  rules,
  reward: z.object({ en: oneLine(longest.reward), ja: oneLine(longest.reward) }).nullable(),
  consentMonths: months.optional(),
  thanks: z.boolean().optional(),
})

export const askKindSchema = z.enum(askKinds)
/** Of the version that somebody looked at; 0 for the standard. */
export const versionNumber = z.coerce.number().int().min(0).max(2_147_483_647)

const ticked = z.boolean().default(false)
const reward = oneLine(longest.reward).default('')

/** What the page of one kind posts: a box that isn't ticked is left out, and so is an empty field. */
export const askForm = z
  .object({
    base: versionNumber,
    on: ticked,
    wording: z.object({ en: wording, ja: wording }),
    rules: rules.extend({
      consent: ticked,
      companyConsent: ticked,
      mostOpen: asks.optional().transform((n) => n ?? null),
    }),
    reward: z.object({ en: reward, ja: reward }),
    consentMonths: months.default(0),
    thanks: ticked,
  })
  .transform(({ base, reward, consentMonths, thanks, ...content }) => ({
    base,
    content: {
      ...content,
      reward: reward.en || reward.ja ? reward : null,
      ...(consentMonths > 0 && { consentMonths }),
      ...(thanks && { thanks }),
    },
  }))

const variable = /\{([^{}]*)\}/g

const isVariable = (name: string): name is AskVariable => askVariables.some((known) => known === name)

const namesIn = (text: string): string[] => [...text.matchAll(variable)].map(([, name]) => name!)

/** What stands between braces in a text and is no variable: such a text is not sent. */
export const unknownVariables = (text: string): string[] => namesIn(text).filter((name) => !isVariable(name))

export interface AskFaults {
  /** A code of `askErrors` for the name of a field. */
  fields: Record<string, string>
  /** What was written between braces and is no variable. */
  unknown: string[]
}

/**
 * What is wrong with a content that its shape doesn't tell; null: nothing. The consent may name our company only: what
 * somebody agreed to is read again years later, without the rest.
 */
export function askFaults({ wording, rules, reward }: AskContent): AskFaults | null {
  const fields: Record<string, string> = {}
  const unknown = new Set<string>()
  for (const language of ['en', 'ja'] as const)
    for (const part of ['subject', 'body', 'consent'] as const) {
      const at = `wording.${language}.${part}`
      const names = namesIn(wording[language][part])
      for (const name of names) if (!isVariable(name)) unknown.add(name)
      if (!names.every(isVariable)) fields[at] = 'ask_variable'
      else if (/[{}｛｝]/.test(wording[language][part].replace(variable, ''))) fields[at] = 'ask_braces'
      else if (part === 'consent' && names.some((name) => name !== 'company')) fields[at] = 'ask_consent_variable'
    }
  if (rules.healths.length === 0) fields['rules.healths'] = 'ask_healths_none'
  if (reward && !reward.en) fields['reward.en'] = 'ask_reward_both'
  if (reward && !reward.ja) fields['reward.ja'] = 'ask_reward_both'
  return Object.keys(fields).length ? { fields, unknown: [...unknown] } : null
}

/** Puts the values in, once: what a value itself looks like is never read again. */
export const fillAsk = (text: string, values: Record<AskVariable, string>): string =>
  text.replace(variable, (whole, name: string) => (isVariable(name) ? values[name] : whole))
