import { z } from 'zod'
import { longest } from '#app/accounts/import/fields.ts'
import { isId } from '#app/platform/id.ts'
import { searchText } from '#app/platform/search-text.ts'
import { cleanText } from '#app/platform/text.ts'
import { referralStates, type ReferralState } from '#db/enums/advocacy-referrals.ts'

export const referralVerbs = ['accept', 'qualify', 'win', 'lose', 'reject', 'reopen'] as const
export type ReferralVerb = (typeof referralVerbs)[number]

/** What may be done in which state, and where it leads. What is reopened goes one step back. */
const table: Record<ReferralVerb, Partial<Record<ReferralState, ReferralState>>> = {
  accept: { review: 'new' },
  qualify: { new: 'qualified' },
  win: { qualified: 'won' },
  lose: { new: 'lost', qualified: 'lost' },
  reject: { review: 'rejected', new: 'rejected' },
  reopen: { qualified: 'new', won: 'qualified', lost: 'new', rejected: 'review' },
}

/** The state that a verb leads to, or null when the state refuses it. */
export const after = (state: ReferralState, verb: ReferralVerb): ReferralState | null => table[verb][state] ?? null

export const allowed = (state: ReferralState) => referralVerbs.filter((verb) => after(state, verb) !== null)

/** Whether reopening puts things back just as they were. */
export function undoable(from: ReferralState, verb: ReferralVerb): boolean {
  const to = after(from, verb)
  return verb !== 'reopen' && to !== null && after(to, 'reopen') === from
}

/** More from one link within 24 hours are looked at by a colleague. */
export const mostInADay = 5

export const longestMessage = 2_000
export const longestCompany = 200
const longestReason = 500

const line = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => cleanText(text)?.replace(/\s*\n\s*/g, ' ') ?? '')
    .pipe(z.string().min(1))
const text = (most: number) =>
  z
    .string()
    .max(most)
    .optional()
    .transform((text) => (text === undefined ? null : cleanText(text)))

/** The lead as it is typed, by themselves or by a colleague. The address is checked by `emailAddress()`. */
export const leadInput = z.object({
  name: line(longest.name!),
  email: z.string().min(1).max(254),
  company: line(longestCompany),
  message: text(longestMessage),
})

/** What may be done with a referral, as it comes in. An amount as people write it: `¥1,200,000`, `120万円`, `USD 12,000`. */
export const changeReferralInput = z.object({
  id: z.string().max(64).refine(isId),
  verb: z.enum(referralVerbs),
  reason: text(longestReason),
  amount: z.string().max(60).optional(),
  currency: z.string().max(10).optional(),
})

/** Unknown values count as absent: a link that was typed by hand still shows a list. */
export const referralFilter = z.object({
  state: z.enum(referralStates).catch('new').default('new'),
  q: searchText,
  referrer: z.string().refine(isId).optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(200).catch(50).default(50),
})
