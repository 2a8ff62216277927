import { z } from 'zod'
import { cleanText } from '#app/platform/text.ts'

/** Characters of a search that are looked for; what somebody pastes beyond them is left out. */
const longest = 100

/** What somebody typed into a search box, bounded and without control characters; undefined when nothing is left. */
export const searchText = z
  .string()
  .transform(
    (text) =>
      cleanText(
        Array.from(text.slice(0, 2 * longest))
          .slice(0, longest)
          .join(''),
      ) ?? undefined,
  )
  .optional()
  .catch(undefined)
