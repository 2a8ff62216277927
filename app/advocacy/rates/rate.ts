import { z } from 'zod'
import { readCurrency } from '#app/accounts/import/values.ts'
import { dayOfIso } from '#app/platform/day.ts'
import { exponentOf } from '#app/ui/formats.ts'

/** A rate as it is written: more than nothing, at most ten places before the point and ten after it. */
const written = /^(?=.*[1-9])\d{1,10}(\.\d{1,10})?$/

/** The decimal without zeros that say nothing: `0151.230` is `151.23`. Null when it is no rate. */
export function readRate(text: string): string | null {
  const given = text
    .normalize('NFKC')
    .trim()
    .replace(/,(?=\d{3}(\D|$))/g, '')
  if (!written.test(given)) return null
  const [whole, part = ''] = given.split('.') as [string, string?]
  const digits = part.replace(/0+$/, '')
  return `${whole.replace(/^0+(?=\d)/, '')}${digits ? `.${digits}` : ''}`
}

/**
 * An amount in minor units of one currency as minor units of another, by a rate of whole units, computed exactly and
 * rounded once, half up. Null when it is more than a number holds.
 * @example 12.50 USD at 151.23: 1250 × 151.23 ÷ 100 = 1890.375 → 1890 yen
 */
export function convert(minor: number, from: string, to: string, rate: string): number | null {
  const [whole, part = ''] = rate.split('.') as [string, string?]
  const above = BigInt(minor) * BigInt(whole + part) * 10n ** BigInt(exponentOf(to))
  const below = 10n ** BigInt(exponentOf(from) + part.length)
  const rounded = Number((2n * above + below) / (2n * below))
  return Number.isSafeInteger(rounded) ? rounded : null
}

const currency = z
  .string()
  .max(10)
  .transform((text, check) => {
    const read = readCurrency(text)
    if ('value' in read) return read.value
    check.addIssue('currency_unknown')
    return z.NEVER
  })

/** A rate as its form posts it. */
export const rateForm = z.object({
  currency,
  from: z
    .string()
    .refine((text) => dayOfIso(text) !== null)
    .transform((text) => dayOfIso(text)!),
  rate: z
    .string()
    .max(40)
    .transform((text, check) => {
      const read = readRate(text)
      if (read !== null) return read
      check.addIssue('rate')
      return z.NEVER
    }),
})
