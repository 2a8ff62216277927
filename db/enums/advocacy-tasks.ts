/** What waits for a person: an ask that was agreed to, put off or stopped; a quote between two of its steps; a lead. */
export const advocacyTaskKinds = ['ask', 'quote', 'referral'] as const
