export const responseStates = ['unconfirmed', 'counted', 'withdrawn'] as const
export const evidences = ['explicit', 'implicit', 'import', 'staff'] as const
export const standings = ['tentative', 'accepted', 'quarantined', 'dropped', 'superseded', 'withdrawn'] as const
