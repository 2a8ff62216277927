import { z } from 'zod'
import { cleanText } from '#app/platform/text.ts'

/** Tags of one case, at most. */
export const mostTags = 20

/** What colleagues call a case: one line of at most 40 characters. Two that differ in capitals or spaces only are one. */
export const tagField = z
  .string()
  .max(200)
  .transform((typed) => (cleanText(typed) ?? '').normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase())
  .pipe(z.string().min(1).max(40))
