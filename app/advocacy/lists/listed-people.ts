import { z } from 'zod'
import { longest } from '#app/advocacy/catalogue/ask-content.ts'

/** So many are reserved and written to at a time. */
export const mostAtOnce = 50

const person = z.object({
  contactId: z.string().max(60),
  name: z.string().max(400),
  words: z
    .object({ subject: z.string().max(longest.subject).nullable(), body: z.string().max(longest.body) })
    .nullable(),
})

/** People of a checked list, as its page hands them on to be reserved. */
export const listedPeople = z
  .string()
  .transform((text, check) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      check.addIssue('no list')
      return z.NEVER
    }
  })
  .pipe(z.array(person).min(1).max(mostAtOnce))
export type ListedPerson = z.output<typeof person>
