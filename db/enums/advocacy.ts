export const advocateStates = ['candidate', 'active', 'paused', 'left'] as const
/** Who paused an advocate: an unhappy answer, which a happy one takes back, or a colleague, who has reasons. */
export const pausers = ['answer', 'person'] as const
export const consentStates = ['given', 'withdrawn', 'expired'] as const
