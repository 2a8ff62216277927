import { z } from 'zod'
import { emailField, line, localeField, zoneField } from '#app/access/user.ts'
import { cleanText } from '#app/platform/text.ts'

/** Currencies that `Intl` knows, as ISO 4217 codes. */
const currencies = new Set(Intl.supportedValuesOf('currency'))

export const organisationSchema = z.object({
  name: line(120),
  postalAddress: z
    .string()
    .max(400)
    .default('')
    .transform((text) => cleanText(text) ?? ''),
  privacyUrl: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .optional(),
  zone: zoneField,
  baseCurrency: z
    .string()
    .trim()
    .transform((text) => text.toUpperCase())
    .pipe(z.string().refine((code) => currencies.has(code))),
  fiscalMonth: z.coerce.number().int().min(1).max(12),
  locale: localeField,
})

export const brandSchema = z.object({
  name: line(80),
  colour: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/),
  senderName: line(80),
  replyTo: emailField.optional(),
})

/** The brand's form: a file that was not chosen arrives empty. */
export const brandFormSchema = brandSchema.extend({ logo: z.file().optional(), removeLogo: z.boolean().optional() })

/** Bytes of a logo at most: it stands on every answer page and in every mail. */
export const LOGO_BYTES = 200 * 1024

/** What an image says it is by its first bytes; only what browsers and mail programs show without a script. */
export function imageType(content: Uint8Array): 'image/png' | 'image/jpeg' | 'image/webp' | null {
  const starts = (...bytes: number[]) => bytes.every((byte, i) => content[i] === byte)
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  const word = (from: number) => String.fromCharCode(...content.subarray(from, from + 4))
  return word(0) === 'RIFF' && word(8) === 'WEBP' ? 'image/webp' : null
}
