import { z } from 'zod'
import { dayOfIso } from '#app/platform/day.ts'
import { isId } from '#app/platform/id.ts'
import { searchText } from '#app/platform/search-text.ts'
import { classes, metrics } from '#db/enums/statistics.ts'

const id = z.string().refine(isId).optional().catch(undefined)

const day = z
  .string()
  .transform((iso) => dayOfIso(iso))
  .pipe(z.number())
  .optional()
  .catch(undefined)

const trait = z.string().min(1).max(200).optional().catch(undefined)
const yes = z.enum(['1']).optional().catch(undefined)
const yesOrNo = z.enum(['1', '0']).optional().catch(undefined)

/** Unknown values count as absent: a link that was typed by hand still shows a list. */
export const responseFilter = z.object({
  class: z.enum(classes).optional().catch(undefined),
  program: id,
  metric: z.enum(metrics).optional().catch(undefined),
  comment: yesOrNo,
  state: z.enum(['counted', 'unconfirmed', 'quarantined', 'withdrawn', 'test']).optional().catch(undefined),
  /** `YYYY-MM-DD`, both included. */
  from: day,
  to: day,
  account: id,
  contact: id,
  /** A topic's id, or `none`: comments that no topic fits. */
  topic: id,
  tier: trait,
  region: trait,
  stage: trait,
  owner: trait,
  language: trait,
  wave: id,
  /** A link for everybody, or a widget. */
  door: id,
  /** Those that are in the numbers: counted, of a program that is in the score, no tests. */
  numbers: yes,
  /** Without those that the same person gave again until `to`; of each their latest. */
  latest: yes,
  /** Whether a case was opened because of it; of no weight for who may not read cases. */
  case: yesOrNo,
  /** `0`: without the voices that were heard elsewhere and stand among them. */
  heard: z.enum(['0']).optional().catch(undefined),
  q: searchText,
  after: z.string().max(400).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(200).catch(50).default(50),
})
export type ResponseFilter = z.output<typeof responseFilter>
export type ResponseQuery = z.input<typeof responseFilter>
