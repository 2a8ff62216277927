import { z } from 'zod'
import { delimiters } from '#app/accounts/import/delimiter.ts'
import { encodings } from '#app/accounts/import/encodings.ts'
import { isImportField } from '#app/accounts/import/fields.ts'

/** Largest file that may be uploaded. */
export const mostBytes = 256 * 1024 * 1024
/** Said to people. */
export const mostMegabytes = 256

export const importId = z.string().regex(/^imp_[0-9a-z]{1,40}$/)

export const mapImportSchema = z.object({
  importId,
  encoding: z.enum(encodings),
  delimiter: z.enum(delimiters),
  /** Field of each column, in the order of the file; empty for a column that is left out. */
  fields: z
    .array(z.string().max(40))
    .max(500)
    .transform((fields) =>
      Object.fromEntries(
        fields.map((field, index) => [String(index), field]).filter(([, field]) => isImportField(field)),
      ),
    ),
})
