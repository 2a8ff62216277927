/** `review`: something about it is suspicious, and a colleague decides. `won`, `lost` and `rejected` are ends, as far as nobody takes them back. */
export const referralStates = ['review', 'new', 'qualified', 'won', 'lost', 'rejected'] as const
export type ReferralState = (typeof referralStates)[number]

/** Where it came from: the page of a personal link, a colleague, another program, or a list. */
export const referralSources = ['form', 'staff', 'api', 'file'] as const

/** What can be suspicious about a referral. */
export const referralChecks = ['self', 'same_domain', 'known_contact', 'known_account', 'duplicate', 'burst', 'machine'] as const // prettier-ignore
export type ReferralCheck = (typeof referralChecks)[number]
