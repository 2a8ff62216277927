import { z } from 'zod'
import { maxEntry } from '#app/cases/case.ts'
import { longestSubject } from '#app/cases/replies/template.ts'
import { isId } from '#app/platform/id.ts'
import { cleanText } from '#app/platform/text.ts'

const id = z.string().refine(isId)

/** A mail to one person of a case. */
export const replyInput = z.object({
  caseId: id,
  casePersonId: id,
  subject: z
    .string()
    .max(longestSubject)
    .transform((typed) => cleanText(typed)?.replace(/\s+/g, ' '))
    .pipe(z.string()),
  text: z
    .string()
    .max(maxEntry)
    .transform((typed) => cleanText(typed))
    .pipe(z.string()),
  templateId: id.optional(),
  /** Of the page: pressed twice, it is one mail. */
  once: z.string().regex(/^once_[0-9a-z]{10,30}$/),
})
