import { z } from 'zod'
import { advocateVerbs } from '#app/advocacy/advocate.ts'

/** What may be done with an advocate, as it comes in. */
export const changeInput = z.object({ contactId: z.string().min(1).max(64), verb: z.enum(advocateVerbs) })
