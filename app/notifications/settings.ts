import { z } from 'zod'
import { clockTime } from '#app/access/calendar.ts'
import { mailTimings, noticeKinds } from '#db/enums/notifications.ts'

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
/** The job that sends digests looks at every quarter of an hour. */
const quarter = minute.multipleOf(15)

/** Quiet hours and the time of the digest, by the person's own clock, in minutes from midnight. */
export const timesSchema = z.object({ quiet, quietFrom: minute, quietTo: minute, digestAt: quarter })

/** What their form posts, as what `timesSchema` takes. */
export const timesFormSchema = z.object({
  quiet,
  quietFrom: clockTime.pipe(minute),
  quietTo: clockTime.pipe(minute),
  digestAt: clockTime.pipe(quarter),
})

export const hookSchema = z.object({ url: z.string().trim().min(1).max(500) })
