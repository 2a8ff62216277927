import { z } from 'zod'
import { cleanText } from '#app/platform/text.ts'
import { longestComment } from '#app/responses/response.ts'
import { originOf } from '#app/surveys/doors/door.ts'

const id = z.string().min(1).max(64)
const lockVersion = z.coerce.number().int().min(0).max(1_000_000)
/** A box that was ticked. */
const ticked = z
  .union([z.boolean(), z.literal('on').transform(() => true)])
  .optional()
  .transform((given) => given === true)

/** The words of a quote, as they will be shown. */
const words = z
  .string()
  .max(longestComment * 2)
  .transform((text) => cleanText(text) ?? '')
  .pipe(z.string().min(1).max(longestComment))

const attribution = { name: ticked, title: ticked, company: ticked, logo: ticked }

export const makeQuoteInput = z.object({ responseId: id })
export const editQuoteInput = z.object({ id, lockVersion, text: words, ...attribution, rewarded: ticked })
/** A file that was not chosen arrives empty. */
export const editQuoteForm = editQuoteInput.omit({ id: true }).extend({ file: z.file().optional(), removeLogo: ticked })

/** What staff may do with a quote beside editing it. */
export const staffVerbs = ['send', 'publish', 'unpublish', 'up', 'down', 'remove'] as const
export type StaffVerb = (typeof staffVerbs)[number]
export const changeQuoteInput = z.object({ id, lockVersion, verb: z.enum(staffVerbs) })
export const changeQuoteForm = changeQuoteInput.omit({ id: true })

const given = { id, generation: z.number().int().min(0) }
/** What the customer says by the link: approval in words of their own choice, or no. */
export const answerQuoteInput = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('approve'), ...given, lockVersion, text: words, ...attribution }),
  z.object({ verb: z.literal('decline'), ...given, lockVersion, stop: ticked }),
  z.object({ verb: z.literal('withdraw'), ...given, stop: ticked }),
])

const mostOrigins = 20
/** Whether there are public pages, and who may embed them: one origin a line. */
export const proofInput = z.object({
  shown: ticked,
  origins: z
    .string()
    .max(4_000)
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(z.string()).max(mostOrigins))
    .transform((list, ctx) => {
      const wrong = list.find((one) => originOf(one) === null)
      if (wrong !== undefined) ctx.addIssue({ code: 'custom', message: `“${wrong}”: https://www.example.com` })
      return [...new Set(list.map((one) => originOf(one)).filter((one) => one !== null))]
    }),
})
