import { z } from '#app/integrations/zod.ts'
import { contactRef } from '#app/integrations/queries.ts'
import { longestCompany, longestMessage, referralVerbs } from '#app/advocacy/referrals/referral.ts'
import { isId } from '#app/platform/id.ts'
import { askChannels, askKinds } from '#db/enums/advocacy.ts'
import { referralStates } from '#db/enums/advocacy-referrals.ts'
import { languages } from '#db/enums/platform.ts'

/* What programs may say of asks and referrals. What is inside each item is judged item by item. */

const id = z.string().max(60).refine(isId, 'must be an id')
const word = z.string().trim().min(1).max(80).optional()
const paging = {
  after: z.string().max(400).optional().meta({ description: 'The `next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}
/** Items of one call: each is weighed by itself. */
export const mostEach = 200
const items = z.array(z.unknown()).min(1).max(mostEach)
const askedBy = z
  .string()
  .min(3)
  .max(254)
  .meta({ description: 'Address of the colleague in whose name it is asked: the mail comes from them.' })
const text = z.strictObject({
  subject: z.string().trim().min(1).max(200),
  body: z.string().trim().min(1).max(5_000).meta({ description: '{name}, {company} and {sender} are filled in.' }),
})

export const askableQuery = z.strictObject({
  kind: z.enum(askKinds),
  who: z.enum(['can', 'cannot']).default('can').meta({ description: 'Who can be asked, or who can’t just now.' }),
  q: z.string().min(1).max(100).optional().meta({ description: 'A part of the name of the person or account.' }),
  industry: word,
  region: word,
  tier: word,
  product: word,
  language: z.enum(languages).optional(),
  ...paging,
})

export const asksQuery = z.strictObject({
  group: z
    .enum(['pending', 'yes', 'ended'])
    .default('pending')
    .meta({ description: 'Reserved, waiting or sent; agreed or done; or over.' }),
  kind: z.enum(askKinds).optional(),
  contact: id.optional(),
  ...paging,
})

export const reserveItem = z.strictObject({ contact: contactRef })
export const reserveBody = z.strictObject({
  kind: z.enum(askKinds),
  askedBy,
  channel: z.enum(askChannels).default('mail'),
  items,
})

export const writeItem = z
  .strictObject({
    id,
    subject: text.shape.subject.optional(),
    body: text.shape.body.optional(),
  })
  .refine(
    (item) => (item.subject === undefined) === (item.body === undefined),
    'needs both subject and body, or neither',
  )
  .meta({ description: 'An ask that is reserved; with words of its own, or those of its language.' })
export const writeBody = z.strictObject({
  askedBy,
  texts: z
    .strictObject({ en: text.optional(), ja: text.optional() })
    .default({})
    .meta({ description: 'By the language of the person; one that is left out is the wording of the catalogue.' }),
  items,
})

export const endItem = z.strictObject({ id, why: z.string().trim().max(500).optional() })
export const endBody = z.strictObject({ items })

const line = (most: number) => z.string().min(1).max(most)
export const referralItem = z
  .strictObject({
    code: z.string().min(1).max(40).optional().meta({ description: 'Of the personal link of who recommends us.' }),
    referrer: contactRef.optional().meta({ description: 'Who recommends us, instead of a code.' }),
    name: line(200),
    email: line(254),
    company: line(longestCompany),
    message: z.string().max(longestMessage).optional(),
    language: z.enum(['en', 'ja']).optional(),
  })
  .refine((item) => (item.code === undefined) !== (item.referrer === undefined), 'needs a code or a referrer')
export const referralsBody = z.strictObject({ items })

export const referralsQuery = z.strictObject({
  state: z.enum(referralStates).default('new'),
  q: z.string().min(1).max(100).optional().meta({ description: 'A part of the name, address or company of the lead.' }),
  referrer: id.optional(),
  ...paging,
})

export const moveItem = z.strictObject({
  id,
  verb: z.enum(referralVerbs),
  reason: z.string().max(500).optional().meta({ description: 'Needed to lose or to reject.' }),
  deal: z
    .strictObject({
      amount: z.string().regex(/^\d{1,13}(\.\d{1,4})?$/),
      currency: z.string().length(3),
    })
    .optional()
    .meta({ description: 'What it is worth, needed to win: a decimal in text, so that no digit is lost.' }),
})
export const movesBody = z.strictObject({ items })
