import { z } from 'zod'
import { cleanText } from '#app/platform/text.ts'

/** What somebody typed into a search box, bounded and without control characters; undefined when nothing is left. */
export const searchText = z
  .string()
  .max(100)
  .transform((text) => cleanText(text) ?? undefined)
  .optional()
  .catch(undefined)
