import { z } from 'zod'
import { cleanText } from '#app/platform/text.ts'
import { actions, causes } from '#db/enums/cases.ts'

/** Longest note, call or meeting report. */
export const maxEntry = 10_000

export const id = z.string().min(1).max(64)
/** What the page saw: when the case has moved on since, the change is refused. Left out by callers that saw nothing. */
const seen = z.coerce.number().int().optional()
const text = z
  .string()
  .max(maxEntry)
  .transform((typed) => cleanText(typed))
export const required = text.pipe(z.string())

export const claimInput = z.object({ caseId: id })
export const assignInput = z.object({
  caseId: id,
  ownerId: id,
  lockVersion: seen,
})
export const noteInput = z.object({ caseId: id, text: required })
export const contactInput = z.object({
  caseId: id,
  kind: z.enum(['call', 'meeting', 'mail_out']),
  text: required,
  /** Who was reached; everybody who waits when left out. */
  casePersonId: id.optional(),
  /** With which template it was written. */
  templateId: id.optional(),
})
export const moveInput = z.object({ caseId: id, lockVersion: seen })
export const resolveInput = z.object({
  caseId: id,
  cause: z.enum(causes),
  action: z.enum(actions),
  /** With how many steps of its checklist open: said by who knows that they are. */
  leavingOpen: z.coerce.number().int().optional(),
  text: text.optional(),
  lockVersion: seen,
})
export const closeInput = z.object({
  caseId: id,
  kind: z.enum(['by_hand', 'dismissed']),
  text: text.optional(),
  lockVersion: seen,
})
