import { z } from '#app/integrations/zod.ts'
import { dayOfIso } from '#app/platform/day.ts'
import { isId } from '#app/platform/id.ts'
import { caseStates } from '#db/enums/cases.ts'
import { classes, metrics } from '#db/enums/statistics.ts'
import { severities } from '#db/enums/surveys.ts'

/* What may stand in a query. Unlike a page, the API refuses what it doesn't know: a program that misspells a filter must hear of it. */

const id = z.string().refine(isId, 'must be an id')
const day = z.string().refine((text) => dayOfIso(text) !== null, 'must be a day such as 2026-04-01')
const paging = {
  after: z.string().max(400).optional().meta({ description: 'The `next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

export const responsesQuery = z.strictObject({
  class: z.enum(classes).optional(),
  metric: z.enum(metrics).optional(),
  program: id.optional(),
  account: id.optional(),
  contact: id.optional(),
  state: z.enum(['counted', 'unconfirmed', 'withdrawn', 'test']).optional(),
  topic: id.optional().meta({ description: 'What the comment is about: the id of a topic, or `none`.' }),
  comment: z.enum(['1']).optional().meta({ description: 'Only answers with a comment.' }),
  from: day.optional().meta({ description: 'First day, included, in the zone of the organisation.' }),
  to: day.optional().meta({ description: 'Last day, included.' }),
  ...paging,
})

export const casesQuery = z.strictObject({
  scope: z
    .enum(['all', 'closed'])
    .default('all')
    .meta({ description: 'Open cases in the order of the queue, or closed ones, the newest first.' }),
  state: z.enum(caseStates).optional(),
  severity: z.enum(severities).optional(),
  late: z.enum(['1']).optional().meta({ description: 'Only cases whose reply is overdue.' }),
  account: id.optional(),
  ...paging,
})

export const metricsQuery = z.strictObject({
  metric: z.enum(metrics).optional(),
  program: id.optional(),
})

/** Whom another system means. */
export const contactRef = z
  .strictObject({
    id: id.optional(),
    externalId: z.string().min(1).max(200).optional(),
    email: z.string().min(3).max(254).optional(),
  })
  .refine(
    (ref) => [ref.id, ref.externalId, ref.email].filter((one) => one !== undefined).length === 1,
    'needs exactly one of id, externalId, email',
  )

export const invitationBody = z.strictObject({
  contact: contactRef,
  programId: id,
  delayMinutes: z
    .number()
    .int()
    .min(0)
    .max(43_200)
    .default(0)
    .meta({ description: 'Minutes to wait before it is sent, at most 30 days.' }),
  externalId: z
    .string()
    .regex(/^[\w.:@/-]{1,120}$/)
    .optional()
    .meta({ description: 'What happened, say a ticket number: one invitation for each, however often it is sent.' }),
})
