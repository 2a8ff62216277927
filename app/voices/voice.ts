import { z } from 'zod'
import { dayOfIso } from '#app/platform/day.ts'
import { isId } from '#app/platform/id.ts'
import { searchText } from '#app/platform/search-text.ts'
import { cleanText } from '#app/platform/text.ts'
import { classes } from '#db/enums/statistics.ts'
import { voiceChannels } from '#db/enums/voices.ts'

/** Characters of what somebody writes down. */
export const longestVoice = 5_000

const id = z.string().refine(isId)

/** What a colleague heard; there is no score, and none is made of a feeling. */
export const voiceForm = z.object({
  accountId: id,
  contactId: id.optional(),
  /** `YYYY-MM-DD`, in the organisation's zone; not a day to come. */
  date: z
    .string()
    .transform((iso) => dayOfIso(iso))
    .pipe(z.number()),
  channel: z.enum(voiceChannels),
  heardBy: id,
  text: z
    .string()
    .max(longestVoice)
    .transform((text) => cleanText(text) ?? '')
    .pipe(z.string().min(1)),
  feeling: z.enum(classes).optional(),
})

const isoDay = z
  .string()
  .transform((iso) => dayOfIso(iso))
  .pipe(z.number())
  .optional()
  .catch(undefined)

const chosen = id.optional().catch(undefined)

/** Unknown values count as absent: a link that was typed by hand still shows a list. */
export const voiceFilter = z.object({
  q: searchText,
  account: chosen,
  contact: chosen,
  topic: chosen,
  class: z.enum(classes).optional().catch(undefined),
  language: z.enum(['en', 'ja']).optional().catch(undefined),
  /** `YYYY-MM-DD`, both included. */
  from: isoDay,
  to: isoDay,
  after: z.string().max(400).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(100).catch(50).default(50),
})
export type VoiceFilter = z.output<typeof voiceFilter>

/** The language that a text is written in, as far as Koe tells them apart. */
export const languageOf = (text: string): 'en' | 'ja' => (/[\u3040-\u30ff\u3400-\u9fff]/.test(text) ? 'ja' : 'en')
