import { z } from 'zod'
import { longest, longestOther, mostProducts } from '#app/accounts/import/fields.ts'
import { dayOfIso, isZone } from '#app/platform/calendar.ts'
import { cleanText } from '#app/platform/text.ts'
import { healths } from '#db/enums/accounts.ts'

/** Items of one call. */
export const mostItems = 1000

const text = (most: number = longestOther) =>
  z
    .string()
    .min(1)
    .max(most)
    .transform((value) => cleanText(value)?.replace(/\s*\n\s*/g, ' ') ?? '')
    .pipe(z.string().min(1))
const day = z.iso.date().refine((value) => dayOfIso(value) !== null)

/** A company of the API. A missing field leaves what is stored, null empties it. Found by `external_id`, else `domain`, else `name`. */
export const accountItemSchema = z
  .object({
    external_id: text(longest.account_external_id).optional(),
    name: text(longest.account_name).optional(),
    domain: text(longest.domain).optional(),
    industry: text().nullish(),
    region: text().nullish(),
    plan: text().nullish(),
    tier: text().nullish(),
    stage: text().nullish(),
    products: z.array(text()).max(mostProducts).optional(),
    /** Minor units of `currency`. */
    arr_minor: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullish(),
    /** ISO 4217 */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .nullish(),
    started_on: day.nullish(),
    renewal_on: day.nullish(),
    /** Address of a colleague. */
    owner_email: z.string().max(254).nullish(),
    health: z.enum(healths).optional(),
    is_internal: z.boolean().optional(),
  })
  .refine((item) => item.external_id !== undefined || item.name !== undefined || item.domain !== undefined, {
    path: ['external_id'],
  })

/** A person of the API. Found by `external_id`, else `email`, else by name and account. */
export const contactItemSchema = z
  .object({
    external_id: text(longest.external_id).optional(),
    email: z.string().max(254).optional(),
    name: text(longest.name).optional(),
    name_kana: text(longest.name_kana).nullish(),
    phone: text(longest.phone).nullish(),
    title: text(longest.title).nullish(),
    department: text(longest.department).nullish(),
    role: text().nullish(),
    language: z.enum(['en', 'ja']).nullish(),
    zone: z.string().refine(isZone).nullish(),
    state: z.enum(['active', 'left']).optional(),
    is_test: z.boolean().optional(),
    is_shared: z.boolean().optional(),
    /** True: this person wants no mail. */
    unsubscribed: z.boolean().optional(),
    account: z
      .object({
        external_id: text(longest.account_external_id).optional(),
        name: text(longest.account_name).optional(),
        domain: text(longest.domain).optional(),
      })
      .refine(
        (account) => account.external_id !== undefined || account.name !== undefined || account.domain !== undefined,
      )
      .optional(),
  })
  .refine(
    (item) =>
      item.external_id !== undefined ||
      item.email !== undefined ||
      (item.name !== undefined && item.account !== undefined),
    {
      path: ['external_id'],
    },
  )

export type UpsertResult =
  | { index: number; id: string; result: 'new' | 'changed' | 'unchanged' }
  | { index: number; errors: { field: string | null; code: string }[] }
