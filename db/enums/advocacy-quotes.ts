export const quoteStates = ['draft', 'sent', 'approved', 'published', 'declined', 'withdrawn'] as const
export type QuoteState = (typeof quoteStates)[number]

/** What of the person stands under a quote. */
export const bylineParts = ['name', 'title', 'company'] as const
export type BylinePart = (typeof bylineParts)[number]
/** `logo`: of the company, where one stands with the quote; older quotes say nothing of it. */
export type Attribution = Record<BylinePart, boolean> & { logo?: boolean }
/** The person as they were when the quote was sent to them; null where nobody knows it. */
export type Byline = Record<BylinePart, string | null>

/** Why a quote must not be sent to its customer now. */
export const quoteBlocks = ['erased', 'left', 'no_email', 'no_consent', 'unsubscribed', 'held', 'case_open'] as const
export type QuoteBlock = (typeof quoteBlocks)[number]
