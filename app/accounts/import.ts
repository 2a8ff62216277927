import { z } from 'zod'
import { delimiters } from '#app/accounts/import/delimiter.ts'
import { encodings } from '#app/accounts/import/encodings.ts'
import { isDateOrder } from '#app/accounts/import/dates.ts'
import { deepestHeader, mostHeaderRows } from '#app/accounts/import/form.ts'
import { isImportField } from '#app/accounts/import/fields.ts'

/** Largest file that may be uploaded. */
export const mostBytes = 256 * 1024 * 1024
/** Said to people. */
export const mostMegabytes = 256

export const importId = z.string().regex(/^imp_[0-9a-z]{1,40}$/)

/** Most columns that can be given a meaning. */
export const mostColumns = 500

/** How a file is written, as a person says it. */
const formFields = {
  importId,
  encoding: z.enum(encodings),
  delimiter: z.enum(delimiters),
  headerAt: z.coerce.number().int().min(0).max(deepestHeader).default(0),
  headerRows: z.coerce.number().int().min(1).max(mostHeaderRows).default(1),
}

export const readImportSchema = z.object(formFields)

export const mapImportSchema = z.object({
  ...formFields,
  /** Field of each column, in the order of the file; empty for a column that is left out. */
  fields: z
    .array(z.string().max(40))
    .max(mostColumns)
    .transform((fields) =>
      Object.fromEntries(
        fields.map((field, index) => [String(index), field]).filter(([, field]) => isImportField(field)),
      ),
    ),
  /** Order of day and month in each column, where a person chose one. */
  dates: z
    .array(z.string().max(5))
    .max(mostColumns)
    .default([])
    .transform((orders) =>
      Object.fromEntries(
        orders.flatMap((order, index) => (isDateOrder(order) ? [[String(index), order] as const] : [])),
      ),
    ),
})
