import { z } from 'zod'
import { contactId } from '#app/accounts/account.ts'
import { longest } from '#app/accounts/import/fields.ts'
import { dayOfIso } from '#app/platform/day.ts'

const text = (most: number) =>
  z
    .string()
    .max(most)
    .optional()
    .transform((value) => value?.trim() || null)

/** What is asked when somebody leaves an account: when, where to, and who takes over. */
export const leavingSchema = z.object({
  seenAt: z.coerce.number().int(),
  how: z.enum(['left', 'moved']).default('left'),
  on: z.string().refine((day) => dayOfIso(day) !== null),
  /** The account they moved to: its name, its own id or Koe's. */
  to: text(longest.account_name!),
  /** Their address there, when it is another. */
  email: text(254),
  /** A contact's id, or `new`. */
  successor: z
    .union([contactId, z.literal('new')])
    .optional()
    .transform((id) => id ?? null),
  successorName: text(longest.name!),
  successorEmail: text(254),
})
export type LeavingForm = z.output<typeof leavingSchema>
