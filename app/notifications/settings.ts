import { z } from 'zod'
import { mailTimings, noticeKinds } from '#db/enums/notifications.ts'

/** `08:30` as minutes from midnight. */
const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))

/** How somebody wants to hear of some kinds; those that are left out stay as they are. */
export const choicesSchema = z.object({
  kinds: z
    .array(
      z.object({
        kind: z.enum(noticeKinds),
        inApp: z.boolean().default(false),
        mail: z.enum(mailTimings),
        hook: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(noticeKinds.length),
})

const minute = z.number().int().min(0).max(1439)
const quiet = z.boolean().default(false)

/** Quiet hours and the time of the digest, by the person's own clock, in minutes from midnight. */
export const timesSchema = z.object({ quiet, quietFrom: minute, quietTo: minute, digestAt: minute })

/** What their form posts, as what `timesSchema` takes. */
export const timesFormSchema = z.object({ quiet, quietFrom: clockTime, quietTo: clockTime, digestAt: clockTime })

export const hookSchema = z.object({ url: z.string().trim().min(1).max(500) })
