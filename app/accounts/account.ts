import { z } from 'zod'
import { longest, longestOther, mostProducts } from '#app/accounts/import/fields.ts'
import { readAmount, readCurrency, readDomain } from '#app/accounts/import/values.ts'
import { isZone } from '#app/platform/calendar.ts'
import { dayOfIso } from '#app/platform/day.ts'
import { languages } from '#app/platform/languages.ts'
import { cleanText } from '#app/platform/text.ts'
import { healths } from '#db/enums/accounts.ts'

/** One line of cleaned text; nothing typed is null. */
const optionalText = (most: number = longestOther) =>
  z
    .string()
    .max(most)
    .optional()
    .transform((text) => (text === undefined ? null : (cleanText(text)?.replace(/\s*\n\s*/g, ' ') ?? null)))

export const requiredText = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => cleanText(text)?.replace(/\s*\n\s*/g, ' ') ?? '')
    .pipe(z.string().min(1))

/** Reads a text by a rule of the import; what the rule refuses, the field refuses. */
const by = <T>(rule: (text: string) => { value: T } | { wrong: string }) =>
  z
    .string()
    .max(300)
    .optional()
    .transform((text, ctx) => {
      if (text === undefined || text.trim() === '') return null
      const read = rule(text)
      if ('value' in read) return read.value
      ctx.addIssue({ code: 'custom', message: read.wrong })
      return z.NEVER
    })

const day = z
  .string()
  .optional()
  .refine((text) => text === undefined || dayOfIso(text) !== null)
  .transform((text) => text ?? null)

export const accountId = z.string().regex(/^acc_[0-9a-z_]{1,50}$/i)
export const contactId = z.string().regex(/^con_[0-9a-z_]{1,50}$/i)

const userId = z.string().regex(/^usr_[0-9a-z_]{1,50}$/i)

const zone = z
  .string()
  .optional()
  .refine((zone) => zone === undefined || isZone(zone))
  .transform((zone) => zone ?? null)

export const accountSchema = z.object({
  name: requiredText(longest.account_name!),
  externalId: optionalText(longest.account_external_id),
  domain: by(readDomain),
  industry: optionalText(),
  region: optionalText(),
  plan: optionalText(),
  tier: optionalText(),
  stage: optionalText(),
  products: z
    .string()
    .max(2000)
    .optional()
    .transform((text) => [...new Set((text ?? '').split(/[,、;\n]/).map((part) => cleanText(part) ?? '').filter(Boolean))].slice(0, mostProducts)), // prettier-ignore
  /** Revenue a year as typed; the currency beside it counts unless the amount names one. */
  arr: by(readAmount),
  currency: by(readCurrency),
  startedOn: day,
  renewalOn: day,
  /** The company above: its name, its own id or Koe's. */
  parent: optionalText(longest.account_name),
  salesId: userId.optional().transform((id) => id ?? null),
  sponsorId: contactId.optional().transform((id) => id ?? null),
  health: z.enum(healths).default('unknown'),
  zone,
  isInternal: z.boolean().default(false),
})

export const contactSchema = z.object({
  name: requiredText(longest.name!),
  nameKana: optionalText(longest.name_kana),
  email: optionalText(254),
  accountId: accountId.optional().transform((id) => id ?? null),
  externalId: optionalText(longest.external_id),
  phone: optionalText(longest.phone),
  title: optionalText(longest.title),
  department: optionalText(longest.department),
  role: optionalText(),
  language: z
    .enum(languages)
    .optional()
    .transform((language) => language ?? null),
  zone,
  isTest: z.boolean().default(false),
  isShared: z.boolean().default(false),
})
