import { z } from 'zod'
import { timePeriods, timesBy } from '#app/cases/team/team-view.ts'

/** Unknown values count as absent: a link that was typed by hand still shows something. */
export const teamView = z.object({
  /** The id of a team, or `all`; left out: the reader's own, where they lead. */
  team: z.string().max(60).optional().catch(undefined),
  by: z.enum(timesBy).catch('person').default('person'),
  days: z.coerce
    .number()
    .refine((days) => (timePeriods as readonly number[]).includes(days))
    .catch(90)
    .default(90),
})
export type TeamQuery = z.input<typeof teamView>
