import { z } from 'zod'
import { companyKinds } from '#app/advocacy/company/company-texts.ts'
import { cleanText } from '#app/platform/text.ts'

/** In characters. */
export const longestText = 2_000
export const longestName = 120

const line = z
  .string()
  .max(2 * longestName)
  .transform((typed) => (cleanText(typed) ?? '').replace(/\s+/g, ' '))
  .pipe(z.string().max(longestName))

/** What the page posts beside the document. Days are `YYYY-MM-DD`. */
export const companyConsentForm = z.object({
  kind: z.enum(companyKinds),
  language: z.enum(['en', 'ja']),
  /** Empty: the standard words. */
  text: z
    .string()
    .max(2 * longestText)
    .transform((typed) => cleanText(typed) ?? '')
    .pipe(z.string().max(longestText))
    .default(''),
  /** A person of the company whom we know; else the name counts. */
  contactId: z.string().max(60).optional(),
  agreedBy: line.default(''),
  agreedOn: z.iso.date(),
  /** The last day it holds; left out: until it is withdrawn. */
  expiresOn: z.iso.date().optional(),
  /** Sends the person a mail with what was agreed and a link to withdraw it. */
  tell: z.boolean().default(false),
})
