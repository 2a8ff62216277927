import { z } from '#app/integrations/zod.ts'
import { emailAddress } from '#app/accounts/email-address.ts'
import {
  longest,
  longestOther,
  mostProducts,
  type AccountInput,
  type ContactInput,
} from '#app/accounts/import/fields.ts'
import { readCurrency, readDomain, toMinor } from '#app/accounts/import/values.ts'
import { isZone } from '#app/platform/calendar.ts'
import { dayOfIso } from '#app/platform/day.ts'
import { languages } from '#app/platform/languages.ts'
import { cleanText } from '#app/platform/text.ts'
import { healths } from '#db/enums/accounts.ts'

/** Items of one call. */
export const mostItems = 1_000

/** One line of text that says something. */
const line = (most: number = longestOther) =>
  z
    .string()
    .min(1)
    .max(most)
    .overwrite((text) => (cleanText(text) ?? '').replace(/\s*\n\s*/g, ' ').normalize('NFC'))
    .refine((text) => text !== '', 'must say something')

/** The same; null empties the field. */
const word = (most?: number) => line(most).nullable().optional()

const day = z
  .string()
  .refine((text) => dayOfIso(text) !== null, 'must be a day such as 2026-04-01')
  .nullable()
  .optional()

const domain = z
  .string()
  .max(longest.domain!)
  .refine((text) => 'value' in readDomain(text), 'must be a domain such as example.com')

const currency = z
  .string()
  .length(3)
  .refine((text) => 'value' in readCurrency(text), 'must be a currency code such as JPY')

const zone = z
  .string()
  .refine((text) => isZone(text), 'must be a time zone such as Asia/Tokyo')
  .nullable()

export const accountItem = z
  .strictObject({
    externalId: line(longest.account_external_id)
      .optional()
      .meta({ description: 'Your id of the account. Found by it, else by domain, else by name.' }),
    name: line(longest.account_name).optional(),
    domain: domain.optional(),
    industry: word(),
    region: word(),
    zone: zone.optional(),
    plan: word(),
    tier: word(),
    stage: word(),
    products: z.array(line()).max(mostProducts).optional(),
    arr: z
      .strictObject({ amount: z.string().regex(/^\d{1,13}(\.\d{1,4})?$/), currency })
      .refine(({ amount, currency: of }) => 'value' in toMinor(amount, of.toUpperCase()), {
        message: 'has more decimals than its currency',
        path: ['amount'],
      })
      .nullable()
      .optional()
      .meta({ description: 'Revenue a year: a decimal in text, so that no digit is lost.' }),
    startedOn: day,
    renewalOn: day,
    ownerEmail: z
      .email()
      .max(254)
      .nullable()
      .optional()
      .meta({ description: 'Address of the colleague who looks after the account.' }),
    salesOwnerEmail: z
      .email()
      .max(254)
      .nullable()
      .optional()
      .meta({ description: 'Address of the second, commercial owner.' }),
    parent: line(longest.account_name)
      .nullable()
      .optional()
      .meta({ description: 'The account above: your id of it, else its name. It must be known, or be in this call.' }),
    health: z.enum(healths).optional(),
    isInternal: z.boolean().optional(),
  })
  .refine((item) => item.externalId ?? item.name ?? item.domain, 'needs an externalId, a name or a domain')
export type AccountItem = z.output<typeof accountItem>

export const contactItem = z
  .strictObject({
    externalId: line(longest.external_id)
      .optional()
      .meta({ description: 'Your id of the person. Found by it, else by e-mail address.' }),
    email: z
      .string()
      .max(254)
      .refine((text) => emailAddress(text) !== null, 'must be an address that mail can be sent to')
      .optional(),
    name: line(longest.name).optional(),
    nameKana: word(longest.name_kana),
    phone: word(longest.phone),
    title: word(longest.title),
    department: word(longest.department),
    role: word(),
    language: z.enum(languages).nullable().optional(),
    zone: zone.optional(),
    isTest: z.boolean().optional(),
    isShared: z.boolean().optional(),
    isSponsor: z
      .boolean()
      .optional()
      .meta({ description: 'Whether the person is the executive sponsor of the account that the item names.' }),
    state: z.enum(['active', 'left']).optional(),
    leftOn: day.meta({ description: 'When the person left; they count as left from then on.' }),
    unsubscribed: z
      .literal(true)
      .optional()
      .meta({ description: 'An old wish for no mail. It is kept, and never undone by this call.' }),
    account: z
      .strictObject({
        externalId: line(longest.account_external_id).optional(),
        name: line(longest.account_name).optional(),
        domain: domain.optional(),
      })
      .refine((ref) => ref.externalId ?? ref.name ?? ref.domain, 'needs an externalId, a name or a domain')
      .optional()
      .meta({ description: 'The account of the person; made when it is not known yet.' }),
  })
  .refine((item) => item.externalId ?? item.email, 'needs an externalId or an email')
export type ContactItem = z.output<typeof contactItem>

/** The item in the words of the rooms below. `ownerOf`: the colleague of an address. */
export function accountInput(
  { arr, ownerEmail, salesOwnerEmail, parent: _parent, domain: site, ...item }: AccountItem,
  ownerOf: (email: string) => string | undefined,
): AccountInput {
  const money = arr
    ? { arrMinor: minorOf(arr), currency: arr.currency.toUpperCase() }
    : arr === null
      ? { arrMinor: null }
      : {}
  const of = (email: string | null) => (email === null ? null : ownerOf(email))
  const owner = ownerEmail === undefined ? {} : { ownerId: of(ownerEmail) }
  const sales = salesOwnerEmail === undefined ? {} : { salesId: of(salesOwnerEmail) }
  return { ...item, ...domainOf(site), ...money, ...owner, ...sales }
}

export function contactInput({ account, email, ...item }: ContactItem): {
  account: AccountInput | null
  contact: ContactInput
} {
  const of = account ? { externalId: account.externalId, name: account.name, ...domainOf(account.domain) } : null
  return { account: of, contact: { ...item, ...(email === undefined ? {} : { email: emailAddress(email)! }) } }
}

function minorOf({ amount, currency: of }: { amount: string; currency: string }): number {
  const read = toMinor(amount, of.toUpperCase())
  return 'value' in read ? read.value : 0
}

function domainOf(text: string | undefined): { domain?: string } {
  const read = text === undefined ? null : readDomain(text)
  return read && 'value' in read ? { domain: read.value } : {}
}
