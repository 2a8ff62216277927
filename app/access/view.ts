import { z } from 'zod'
import { viewQuery } from '#app/access/view-query.ts'
import { isId } from '#app/platform/id.ts'
import { cleanText } from '#app/platform/text.ts'
import { viewLists } from '#db/enums/access.ts'

/** Views of one list that one person may keep. */
export const mostViews = 50

const name = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .transform((text) => cleanText(text)?.replaceAll('\n', ' ') ?? '')
  .pipe(z.string().min(1))

export const newView = z.object({
  list: z.enum(viewLists),
  name,
  query: z.string().max(2_000).transform(viewQuery).pipe(z.string().min(1)),
  shared: z.literal('on').optional(),
})

export const viewChange = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('rename'), name }),
  z.object({ intent: z.literal('share') }),
  z.object({ intent: z.literal('unshare') }),
  z.object({ intent: z.literal('delete') }),
  z.object({ intent: z.literal('restore') }),
])
export type ViewChange = z.output<typeof viewChange>

export const viewId = z.string().refine(isId)
