import { z } from 'zod'
import { line } from '#app/access/user.ts'
import { required } from '#app/cases/case.ts'
import { longestSubject } from '#app/cases/replies/template.ts'
import { isId } from '#app/platform/id.ts'
import type { Language } from '#app/platform/languages.ts'

const id = z.string().refine(isId)

/** Somebody is written to in the language that is known as theirs, else in that of their answer, else in our own. */
export const replyLanguage = (own: Language | null, answeredIn: Language | null, organisation: Language): Language =>
  own ?? answeredIn ?? organisation

/** A mail to one person of a case. */
export const replyInput = z.object({
  caseId: id,
  casePersonId: id,
  subject: line(longestSubject),
  text: required,
  templateId: id.optional(),
  /** Of the page: pressed twice, it is one mail. */
  once: z.string().regex(/^once_[0-9a-z]{10,30}$/),
})
